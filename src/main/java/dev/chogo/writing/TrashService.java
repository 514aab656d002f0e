package dev.chogo.writing;

import java.util.List;
import java.util.function.Function;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.NotHere;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was thrown away, and can be had back for a while. */
@Service
public class TrashService {

	/** A page of what was thrown away, the latest first; the total counts that alone. */
	@Transactional(readOnly = true)
	public <W extends Writing, V> Page<V> list(Shelf<W, ?> shelf, AccountId author, Window window,
			Function<List<W>, List<V>> views) {
		return new Listing<>(shelf, author, State.TRASH).page(window).with(views);
	}

	/** Brings a text back to where it was. */
	@Transactional
	public <W extends Writing> Receipt restore(Shelf<W, ?> shelf, AccountId author, long sequence,
			Precondition precondition) {
		Tally tally = shelf.hold(author);
		W writing = thrownAway(shelf, author, sequence);
		shelf.refuseStale(writing, precondition);
		shelf.restore(writing, tally);
		return shelf.receipt(writing, tally);
	}

	/**
	 * Leaves nothing of a text that was thrown away.
	 * @return how many lie in the trash still
	 */
	@Transactional
	public <W extends Writing> long empty(Shelf<W, ?> shelf, AccountId author, long sequence,
			Precondition precondition) {
		Tally tally = shelf.hold(author);
		W writing = thrownAway(shelf, author, sequence);
		shelf.refuseStale(writing, precondition);
		shelf.empty(writing, tally);
		return shelf.totalTrash(author);
	}

	/** Leaves nothing of all that was thrown away. */
	@Transactional
	public <W extends Writing> void empty(Shelf<W, ?> shelf, AccountId author) {
		Tally tally = shelf.hold(author);
		shelf.writings()
			.trash(author.value(), shelf.trashBegins(), Cursor.START.at(), Cursor.START.sequence(), Limit.unlimited())
			.forEach((writing) -> shelf.empty(writing, tally));
	}

	private static <W extends Writing> W thrownAway(Shelf<W, ?> shelf, AccountId author, long sequence) {
		W writing = shelf.known(author, sequence);
		if (!shelf.isInTrash(writing)) {
			throw new NotHere();
		}
		return writing;
	}

}
