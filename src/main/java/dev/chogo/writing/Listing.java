package dev.chogo.writing;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.chogo.accounts.AccountId;
import dev.chogo.text.Words;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.Page;
import dev.chogo.wire.Window;
import org.springframework.data.domain.Limit;

/** The texts of one kind that an author has in one state, the latest first. */
record Listing<W extends Writing>(Shelf<W, ?> shelf, AccountId author, State state) {

	/** A page of those that have the words looked for; the total counts all. */
	Page<W> page(Window window) {
		Words words = new Words(window.words());
		Limit limit = Limit.of(window.limit() + 1);
		if (!words.any()) {
			return page(window, (after) -> batch(after, limit), (it) -> true);
		}
		return this.shelf.find(this.author, this.state, words)
			.map((found) -> page(window, (after) -> batch(found, after, limit), this::isHere))
			.orElseGet(() -> page(window, (after) -> batch(after, limit),
					(it) -> words.areIn(it.details().title(), this.shelf.content(it))));
	}

	private Page<W> page(Window window, Function<Cursor, List<W>> batch, Predicate<W> isShown) {
		return Page.of(window, batch, isShown, this::place, total());
	}

	private List<W> batch(Cursor after, Limit limit) {
		Writings<W> writings = this.shelf.writings();
		return (this.state == State.TRASH)
				? writings.trash(this.author.value(), this.shelf.trashBegins(), after.at(), after.sequence(), limit)
				: writings.page(this.author.value(), after.at(), after.sequence(), limit);
	}

	private List<W> batch(List<Cursor> found, Cursor after, Limit limit) {
		List<Long> sequences = found.stream()
			.filter((place) -> Cursor.ORDER.compare(place, after) > 0)
			.limit(limit.max())
			.map(Cursor::sequence)
			.toList();
		return this.shelf.writings()
			.among(this.author.value(), sequences)
			.stream()
			.sorted(Comparator.comparing(this::place, Cursor.ORDER))
			.toList();
	}

	/** What was found may have gone elsewhere since. */
	private boolean isHere(W writing) {
		return this.shelf.state(writing) == this.state;
	}

	private Cursor place(W writing) {
		return new Cursor(this.shelf.standing(writing).listedAt(), writing.sequence());
	}

	private long total() {
		return (this.state == State.TRASH) ? this.shelf.totalTrash(this.author) : this.shelf.total(this.author);
	}

}
