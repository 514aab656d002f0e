package dev.chogo.wire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * The last entry of a page: the next page begins behind it, whatever was written
 * meanwhile.
 *
 * @param at the time entries are sorted by, falling
 * @param sequence the number entries of one millisecond are sorted by, falling
 */
public record Cursor(Instant at, long sequence) {

	/** How entries follow each other in a list. */
	public static final Comparator<Cursor> ORDER = Comparator.comparing(Cursor::at)
		.thenComparing(Cursor::sequence)
		.reversed();

	/** Before every entry. */
	public static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59.999Z"), Long.MAX_VALUE);

	/**
	 * Reads what {@link #toString()} wrote.
	 * @throws IllegalArgumentException where it did not
	 */
	static Cursor parse(@Nullable String text) {
		if (text == null) {
			return START;
		}
		String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(",", -1);
		if (parts.length != 2) {
			throw new IllegalArgumentException("Not a cursor");
		}
		try {
			return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
		}
		catch (DateTimeException ex) {
			throw new IllegalArgumentException("Not a cursor", ex);
		}
	}

	@Override
	public String toString() {
		return Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(
					"%d,%d".formatted(this.at.toEpochMilli(), this.sequence).getBytes(StandardCharsets.US_ASCII));
	}

}
