package dev.chogo.archive;

import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chogo.accounts.Person;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.wire.Text;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what it is told, as long as a store could have come to it: whoever writes an
 * archive by hand is told now what would fail later. No limit that is a setting is asked
 * for; an archive may be older than the setting.
 */
final class Rules implements Recipient {

	/** The largest number that every reader of JSON takes for what it is. */
	private static final long LARGEST = (1L << 53) - 1;

	private final Recipient next;

	private final Set<String> handles = new HashSet<>();

	private final Set<String> texts = new HashSet<>();

	private @Nullable Author author;

	private @Nullable Front front;

	/** The version that was told last of the text that was told last. */
	private long version;

	Rules(Recipient next) {
		this.next = next;
	}

	@Override
	public void author(Author author) throws IOException {
		String handle = author.handle();
		require(handle.matches(Person.HANDLE), () -> "nobody can be called %s".formatted(handle));
		require(this.handles.add(handle), () -> "two authors are called %s".formatted(handle));
		Stream.of(author.lastDraft(), author.lastPost(), author.entries())
			.forEach((last) -> require(isNumber(last) || last == 0,
					() -> "%s cannot have come to number %d".formatted(handle, last)));
		this.author = author;
		this.texts.clear();
		this.next.author(author);
	}

	@Override
	public void text(Front front, String content) throws IOException {
		Author author = Objects.requireNonNull(this.author, "A text comes after its author");
		long last = (front.kind() == Kind.DRAFT) ? author.lastDraft() : author.lastPost();
		require(isNumber(front.sequence()) && front.sequence() <= last,
				() -> "%s has come to %d, and there is %s".formatted(author.handle(), last, front));
		require(this.texts.add(front.toString()), () -> "there are two of %s".formatted(front));
		this.front = front;
		this.version = 0;
		look(front.state(), content);
		this.next.text(front, content);
	}

	@Override
	public void version(Version version) throws IOException {
		Front text = Objects.requireNonNull(this.front, "A version comes after its text");
		long number = version.state().version();
		require(number > this.version && number < text.state().version(),
				() -> "version %d of %s is not in its place".formatted(number, text));
		this.version = number;
		look(version.state(), version.content());
		this.next.version(version);
	}

	/** Every word can be stored, and told again. */
	private void look(State state, String content) {
		Details details = state.details();
		require(isNumber(state.version()), () -> "%s cannot have version %d".formatted(this.front, state.version()));
		Stream.concat(Stream.of(details.title(), content, details.category(), details.slug()), details.tags().stream())
			.map(Text::fault)
			.forEach((fault) -> require(fault == null, () -> "a text of %s %s".formatted(this.front, fault)));
		require(details.slug().isEmpty() || Details.isSlug(details.slug()),
				() -> "%s cannot be at %s".formatted(this.front, details.slug()));
	}

	private static boolean isNumber(long number) {
		return number >= 1 && number <= LARGEST;
	}

	private static void require(boolean so, Supplier<String> otherwise) {
		if (!so) {
			throw new Refused("The archive says what cannot be: %s.".formatted(otherwise.get()));
		}
	}

}
