package dev.chogo.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tallies;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.journal.Journal;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.text.Digest;
import dev.chogo.text.Forms;
import dev.chogo.text.Words;
import dev.chogo.text.WritingForm;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.NotHere;
import dev.chogo.wire.Precondition;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Where texts of one kind are kept, and how the two kinds differ. Each write holds the
 * author's {@link Tally}, so an author's writes come one after the other, and stores by
 * compare-and-swap, so that no other writer can slip in between.
 *
 * @param <W> a kind of text
 * @param <S> its saves
 */
public abstract class Shelf<W extends Writing, S extends Save> {

	private final Kind kind;

	private final Writings<W> writings;

	private final Saves<S> saves;

	private final Common common;

	protected Shelf(Kind kind, Writings<W> writings, Saves<S> saves, Common common) {
		this.kind = kind;
		this.writings = writings;
		this.saves = saves;
		this.common = common;
	}

	/** What every kind of text needs. */
	@Component
	public static class Common {

		private final Tallies tallies;

		private final Journal journal;

		private final Forms forms;

		private final ObjectProvider<Forks> forks;

		private final ObjectProvider<Finder> finder;

		private final TrashSettings trash;

		private final Clock clock;

		Common(Tallies tallies, Journal journal, Forms forms, ObjectProvider<Forks> forks,
				ObjectProvider<Finder> finder, TrashSettings trash, Clock clock) {
			this.tallies = tallies;
			this.journal = journal;
			this.forms = forms;
			this.forks = forks;
			this.finder = finder;
			this.trash = trash;
			this.clock = clock;
		}

	}

	/** How many texts of this kind there are. */
	protected abstract long total(Tally tally);

	/** Counts one text of this kind less. */
	protected abstract void drop(Tally tally);

	/** Counts one text of this kind again that was dropped before. */
	protected abstract void bringBack(Tally tally);

	/** Puts a tally right. */
	protected abstract void recount(Tally tally, long total, long last);

	/** One row for one save. */
	protected abstract S row(W writing, String content, Kept kept);

	/** The time by which a text of this kind stands in lists. */
	protected abstract Instant listedAt(W writing);

	/** The details as this kind of text keeps them, or a refusal. */
	protected Details settled(W writing, Details details, String content) {
		return details;
	}

	/** Lets a kind of text do what its deletion entails, in the same transaction. */
	protected void deleted(W writing) {
	}

	/** Lets a kind of text do what its end entails, in the same transaction. */
	protected void emptied(W writing) {
	}

	/** Lets a kind of text do what its return entails, before it is there again. */
	protected void returning(W writing, Tally tally) {
	}

	/** Why a text that was there is not any more. */
	protected ErrorResponseException gone(W writing) {
		return isKept(writing) ? new Gone() : new NotHere();
	}

	/** Whether a text is there, or its author can still have it back. */
	protected boolean isKept(W writing) {
		return writing.deletedAt() == null || isInTrash(writing);
	}

	/** Whether a text was thrown away, and not too long ago. */
	protected boolean isInTrash(W writing) {
		return writing.deletedAt() != null && writing.deletedAt().isAfter(trashBegins());
	}

	/** Where a text that is there is. */
	State there() {
		return (this.kind == Kind.DRAFT) ? State.DESK : State.LIVE;
	}

	/** Where a text is. */
	State state(W writing) {
		if (writing.deletedAt() == null) {
			return there();
		}
		return (isKept(writing) && !isInTrash(writing)) ? State.PUBLISHED : State.TRASH;
	}

	/** Where a text is, and since when. */
	Standing standing(W writing) {
		Instant at = (state(writing) == State.TRASH) ? writing.deletedAt() : listedAt(writing);
		return new Standing(writing.version(), state(writing), Objects.requireNonNull(at));
	}

	/** What was thrown away before this is gone for good. */
	Instant trashBegins() {
		return now().minus(this.common.trash.keep());
	}

	/** Refuses, with 412, what was not asked of this version. */
	public void refuseStale(W writing, Precondition precondition) {
		if (!precondition.holdsFor(writing.version())) {
			throw new Stale(writing.version());
		}
	}

	/** Waits for the author's other writes to end. */
	public Tally hold(AccountId author) {
		return this.common.tallies.lock(author);
	}

	/** How many texts of this kind an author has. */
	long total(AccountId author) {
		return total(this.common.tallies.of(author));
	}

	/** How many texts of this kind an author can have back. */
	long totalTrash(AccountId author) {
		return this.writings.countTrash(author.value(), trashBegins());
	}

	/** A text that is there, or a refusal. */
	public W here(AccountId author, long sequence) {
		W writing = known(author, sequence);
		if (writing.deletedAt() != null) {
			throw gone(writing);
		}
		return writing;
	}

	/** A text of which its author can read what it was. */
	W kept(AccountId author, long sequence) {
		return Optional.of(known(author, sequence)).filter(this::isKept).orElseThrow(NotHere::new);
	}

	/** A text that is or was there. */
	public W known(AccountId author, long sequence) {
		return this.writings.findById(WritingId.of(author, sequence)).orElseThrow(NotHere::new);
	}

	/** A text that is there and says the same. */
	public Optional<W> like(AccountId author, Details details, String content) {
		return this.writings.like(author.value(), details.title(), Digest.of(content).sha256())
			.stream()
			.filter((it) -> it.details().equals(details))
			.findFirst();
	}

	/** The newest save of a text: what it is now. */
	public S newest(W writing) {
		return save(writing, writing.version()).orElseThrow();
	}

	/** A save, unless it is not kept any more. */
	public Optional<S> save(W writing, long version) {
		return this.saves.findById(new SaveId(writing.getId().author(), writing.sequence(), version));
	}

	public String content(W writing) {
		return newest(writing).content();
	}

	/**
	 * Where the texts that have words stand in a list, if that can be told without
	 * reading them.
	 */
	Optional<List<Cursor>> find(AccountId author, State state, Words words) {
		return Optional.ofNullable(this.common.finder.getIfAvailable())
			.flatMap((finder) -> finder.find(author, this.kind, state, words));
	}

	/** Stores a text that is new. */
	public Receipt begin(W writing, Details details, String content, Kept kept, Change change, Tally tally) {
		writing.edit(details, content, writing.createdAt());
		this.writings.save(writing);
		store(writing, content, kept, change, tally);
		return receipt(writing, tally);
	}

	/** Gives a text another content, and keeps what was there before if it lost much. */
	public void edit(W writing, Details details, String content, Kept kept, Change change, Tally tally) {
		newest(writing).keepIfMuchVanishesIn(content);
		writing.edit(details, content, now());
		store(writing, content, kept, change, tally);
	}

	/** Stores what has changed as one more version. */
	public void store(W writing, String content, Kept kept, Change change, Tally tally) {
		// The flush is the compare-and-swap, and what gives the version its number.
		this.writings.flush();
		this.saves.save(row(writing, content, kept));
		note(writing, change, tally);
	}

	/** Writes down what happened to a text. */
	public void note(W writing, Change change, Tally tally) {
		this.common.journal.note(tally, this.kind, writing.sequence(), writing.version(), change);
	}

	/** Puts a text into the trash. */
	public void delete(W writing, Tally tally) {
		writing.delete(now());
		drop(tally);
		deleted(writing);
		note(writing, Change.DELETED, tally);
	}

	/** Takes a text out of the trash. */
	void restore(W writing, Tally tally) {
		returning(writing, tally);
		writing.restore();
		bringBack(tally);
		note(writing, Change.RESTORED, tally);
	}

	/** Leaves nothing of a text. */
	public void empty(W writing, Tally tally) {
		WritingId id = writing.getId();
		emptied(writing);
		this.saves.deleteAllOf(id.author(), id.sequence());
		this.writings.delete(writing);
		note(writing, Change.EMPTIED, tally);
	}

	public Receipt receipt(W writing, Tally tally) {
		return new Receipt(writing.sequence(), writing.version(), writing.digest(), total(tally));
	}

	public Details details(WritingForm form, Details before) {
		return this.common.forms.details(form, before);
	}

	Forms forms() {
		return this.common.forms;
	}

	/** Where a save goes that cannot be merged. */
	Forks forks() {
		return this.common.forks.getObject();
	}

	Journal journal() {
		return this.common.journal;
	}

	Kind kind() {
		return this.kind;
	}

	Writings<W> writings() {
		return this.writings;
	}

	Saves<S> saves() {
		return this.saves;
	}

	public Instant now() {
		return this.common.clock.instant();
	}

}
