package dev.chogo.archive;

import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import dev.chogo.journal.Kind;
import dev.chogo.text.Digest;
import dev.chogo.text.Format;
import dev.chogo.text.Markup;
import dev.chogo.text.PackedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads every content there is, and finds those that are not what is said of them. */
@Component
class Contents {

	private static final String TEXTS = "select author, sequence from %1$s order by author, sequence";

	private static final String VERSIONS = """
			select version from %1$s_version where author = ? and sequence = ? order by version""";

	private static final String VERSION = """
			select a.handle, v.sequence, v.version, v.length, v.content, t.format, t.excerpt, t.digest, t.version as newest
			from %1$s_version v join %1$s t on t.author = v.author and t.sequence = v.sequence
			join account a on a.id = v.author where v.author = ? and v.sequence = ? and v.version = ?""";

	private final JdbcClient database;

	Contents(JdbcClient database) {
		this.database = database;
	}

	void find(List<String> faults) {
		for (Kind kind : Kind.values()) {
			this.database.sql(Tables.of(kind, TEXTS))
				.query((row, number) -> new Place(row.getLong(1), row.getLong(2)))
				.list()
				.forEach((place) -> find(kind, place, faults));
		}
	}

	private void find(Kind kind, Place place, List<String> faults) {
		for (long version : this.database.sql(Tables.of(kind, VERSIONS))
			.params(place.author(), place.sequence())
			.query(Long.class)
			.list()) {
			this.database.sql(Tables.of(kind, VERSION))
				.params(place.author(), place.sequence(), version)
				.query((ResultSet row) -> {
					find(kind, row, faults);
				});
		}
	}

	private static void find(Kind kind, ResultSet row, List<String> faults) throws SQLException {
		String which = "%s %d of %s, version %d".formatted(Tables.of(kind, "%1$s"), row.getLong("sequence"),
				row.getString("handle"), row.getLong("version"));
		try {
			String content = PackedText.unpack(row.getBinaryStream("content"));
			if (content.codePointCount(0, content.length()) != row.getInt("length")) {
				faults.add(which + ": its content is not as long as is said.");
			}
			if (row.getLong("version") == row.getLong("newest")) {
				findInNewest(which, content, row, faults);
			}
		}
		catch (UncheckedIOException ex) {
			faults.add(which + ": its content cannot be unpacked.");
		}
	}

	private static void findInNewest(String which, String content, ResultSet row, List<String> faults)
			throws SQLException {
		if (!Digest.of(content).equals(new Digest(row.getBytes("digest")))) {
			faults.add(which + ": its content is not what was hashed.");
		}
		if (!Markup.excerpt(Format.valueOf(row.getString("format")), content).equals(row.getString("excerpt"))) {
			faults.add(which + ": its first words are not those of its content.");
		}
	}

	/** Names a text. */
	private record Place(long author, long sequence) {
	}

}
