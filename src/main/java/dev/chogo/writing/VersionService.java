package dev.chogo.writing;

import java.util.List;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.merging.Changes;
import dev.chogo.text.Details;
import dev.chogo.text.Words;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.NotHere;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a text was. The versions of a text in the trash, and of a draft that was
 * published, can be read as well: what one looks for is often there.
 */
@Service
public class VersionService {

	/** The versions of a text that are kept, newest first. */
	@Transactional(readOnly = true)
	public <S extends Save> Page<VersionView> list(Shelf<?, S> shelf, AccountId author, long sequence, Window window) {
		WritingId id = shelf.kept(author, sequence).getId();
		Words words = new Words(window.words());
		return Page.of(window,
				(after) -> shelf.saves()
					.before(id.author(), id.sequence(), after.sequence(), Limit.of(window.limit() + 1)),
				(it) -> !words.any() || hasWords(shelf, id, it.version(), words),
				(it) -> new Cursor(it.savedAt(), it.version()), shelf.saves().count(id.author(), id.sequence()));
	}

	private static boolean hasWords(Shelf<?, ?> shelf, WritingId id, long version, Words words) {
		Save save = save(shelf, id, version);
		return words.areIn(save.details().title(), save.content());
	}

	@Transactional(readOnly = true)
	public VersionView.Whole read(Shelf<?, ?> shelf, AccountId author, long sequence, long version) {
		return VersionView.Whole.of(save(shelf, shelf.kept(author, sequence).getId(), version));
	}

	/**
	 * What changed in the content from an older version to one.
	 * @param since the number of the older version, or null for the one just before that
	 * is kept
	 */
	@Transactional(readOnly = true)
	public List<dev.chogo.merging.Change> changes(Shelf<?, ?> shelf, AccountId author, long sequence, long version,
			@Nullable String since) {
		WritingId id = shelf.kept(author, sequence).getId();
		String newer = save(shelf, id, version).content();
		return Changes.between((since != null) ? older(shelf, id, version, since) : before(shelf, id, version), newer);
	}

	private static String older(Shelf<?, ?> shelf, WritingId id, long version, String since) {
		if (!since.matches("[1-9][0-9]{0,17}") || Long.parseLong(since) >= version) {
			throw new Invalid(Fault.of("since", "must be the number of an older version"));
		}
		return shelf.saves()
			.findById(new SaveId(id.author(), id.sequence(), Long.parseLong(since)))
			.orElseThrow(() -> new Invalid(Fault.of("since", "must be a version that is kept")))
			.content();
	}

	/** Before the first one there was nothing. */
	private static String before(Shelf<?, ?> shelf, WritingId id, long version) {
		return shelf.saves()
			.before(id.author(), id.sequence(), version, Limit.of(1))
			.stream()
			.map((it) -> save(shelf, id, it.version()).content())
			.findFirst()
			.orElse("");
	}

	/**
	 * Makes a text what it was. Who may read it, and where, stays as it is: going back to
	 * older words is not to open what was closed since.
	 */
	@Transactional
	public <W extends Writing, S extends Save> Receipt restore(Shelf<W, S> shelf, AccountId author, long sequence,
			long version, Precondition precondition) {
		Tally tally = shelf.hold(author);
		W writing = shelf.here(author, sequence);
		S save = shelf.save(writing, version).orElseThrow(NotHere::new);
		Details details = shelf.settled(writing, save.details().readAs(writing.details()), save.content());
		if (writing.differsFrom(details, save.content())) {
			shelf.refuseStale(writing, precondition);
			shelf.edit(writing, details, save.content(), Kept.RESTORED, Change.RESTORED, tally);
		}
		return shelf.receipt(writing, tally);
	}

	private static Save save(Shelf<?, ?> shelf, WritingId id, long version) {
		return shelf.saves().findById(new SaveId(id.author(), id.sequence(), version)).orElseThrow(NotHere::new);
	}

}
