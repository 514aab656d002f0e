package dev.chogo.writing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tallies;
import dev.chogo.accounts.Tally;
import dev.chogo.store.UncleanStop;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.NotHere;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with a draft and with a post alike. Each write holds the author's
 * {@link Tally}, so an author's writes come one after the other, and stores by
 * compare-and-swap, so that no other writer can slip in between.
 *
 * @param <W> a kind of text
 * @param <S> its saves
 */
public abstract class WritingService<W extends Writing, S extends Save> {

	private static final Log log = LogFactory.getLog(WritingService.class);

	private final Writings<W> writings;

	private final Saves<S> saves;

	private final Common common;

	protected WritingService(Writings<W> writings, Saves<S> saves, Common common) {
		this.writings = writings;
		this.saves = saves;
		this.common = common;
	}

	/** What every kind of text needs. */
	@Component
	public static class Common {

		private final Tallies tallies;

		private final Forms forms;

		private final TrashSettings trash;

		private final Clock clock;

		Common(Tallies tallies, Forms forms, TrashSettings trash, Clock clock) {
			this.tallies = tallies;
			this.forms = forms;
			this.trash = trash;
			this.clock = clock;
		}

	}

	/** How many texts of this kind there are. */
	protected abstract long total(Tally tally);

	/** Counts one text of this kind less. */
	protected abstract void drop(Tally tally);

	/** One row for one save. */
	protected abstract S row(W writing, String content, boolean explicit);

	/** The time by which a text of this kind stands in lists. */
	protected abstract Instant listedAt(W writing);

	/** The details as this kind of text keeps them, or a refusal. */
	protected Details settled(W writing, Details details, String content) {
		return details;
	}

	/** Refuses, with 410, what was there and is not any more. */
	protected void refuseGone(W writing) {
		if (writing.deletedAt() != null) {
			if (writing.deletedAt().plus(this.common.trash.keep()).isBefore(now())) {
				throw new NotHere();
			}
			throw gone(writing);
		}
	}

	protected Gone gone(W writing) {
		return new Gone();
	}

	/** Replaces a text whole (PUT). */
	@Transactional
	public Receipt rewrite(AccountId author, long sequence, Precondition precondition, WritingForm form) {
		Tally tally = hold(author);
		W writing = here(author, sequence);
		return keep(writing, form, precondition, tally);
	}

	/** Changes what a merge patch names, and leaves the rest (PATCH). */
	@Transactional
	public Receipt amend(AccountId author, long sequence, Precondition precondition, ObjectNode patch) {
		Tally tally = hold(author);
		W writing = here(author, sequence);
		WritingForm current = WritingForm.of(writing.details(), content(writing));
		return keep(writing, this.common.forms.patched(current, patch), precondition, tally);
	}

	private Receipt keep(W writing, WritingForm form, Precondition precondition, Tally tally) {
		String content = form.contentOrEmpty();
		Details details = settled(writing, details(form, writing.details()), content);
		boolean changes = writing.differsFrom(details, content);
		if (!precondition.holdsFor(writing.version()) && (changes || !precondition.allowsRetry())) {
			throw new Stale(writing.version());
		}
		if (changes) {
			writing.edit(details, content, now());
			store(writing, content, form.isExplicit());
		}
		return receipt(writing, tally);
	}

	/** Deletes a text; it can be had back for a while. */
	@Transactional
	public Receipt delete(AccountId author, long sequence, Precondition precondition) {
		Tally tally = hold(author);
		W writing = here(author, sequence);
		refuseStale(writing, precondition);
		writing.delete(now());
		drop(tally);
		deleted(writing);
		return receipt(writing, tally);
	}

	/** Lets a kind of text do what its deletion entails, in the same transaction. */
	protected void deleted(W writing) {
	}

	protected void refuseStale(W writing, Precondition precondition) {
		if (!precondition.holdsFor(writing.version())) {
			throw new Stale(writing.version());
		}
	}

	/** Stores a text that is new. */
	protected Receipt begin(W writing, Details details, String content, boolean explicit, Tally tally) {
		writing.edit(details, content, writing.createdAt());
		this.writings.save(writing);
		store(writing, content, explicit);
		return receipt(writing, tally);
	}

	/** Stores what has changed as one more version. */
	protected void store(W writing, String content, boolean explicit) {
		// The flush is the compare-and-swap, and what gives the version its number.
		this.writings.flush();
		this.saves.save(row(writing, content, explicit));
	}

	/**
	 * Repairs what a crash tore: H2 keeps a transaction whole once it is on the disk, but
	 * of one that was never acknowledged it may keep a half. A text becomes its newest
	 * whole save.
	 */
	@EventListener
	@Transactional
	public void repair(UncleanStop stop) {
		this.writings.withoutTheirSave(stop.since()).forEach(this::repair);
		this.writings.behindTheirSaves().forEach(this::repair);
		for (long author : this.writings.authorsSince(stop.since())) {
			recount(hold(new AccountId(author)), this.writings.count(author), this.saves.lastSequence(author));
		}
	}

	private void repair(W writing) {
		WritingId id = writing.getId();
		List<S> newest = this.saves.newest(id.author(), id.sequence(), Limit.of(1));
		log.warn("%s %d of author %d was torn at version %d; it is now as %s".formatted(
				writing.getClass().getSimpleName(), id.sequence(), id.author(), writing.version(),
				newest.isEmpty() ? "if it had never been sent" : "version " + newest.get(0).getId().version()));
		if (newest.isEmpty()) {
			this.writings.delete(writing);
		}
		else {
			S save = newest.get(0);
			writing.edit(save.details(), save.content(), save.savedAt());
			this.writings.setVersion(id, save.getId().version());
		}
	}

	/** Puts a tally right. */
	protected abstract void recount(Tally tally, long total, long last);

	/** Leaves nothing of an author who leaves. */
	@EventListener
	@Transactional
	public void deleteAll(AccountDeleted deleted) {
		this.saves.deleteAllOf(deleted.account().value());
		this.writings.deleteAllOf(deleted.account().value());
	}

	protected <V> Page<V> page(AccountId author, Window window, Function<List<W>, List<V>> views) {
		Words words = new Words(window.words());
		List<W> found = new ArrayList<>();
		Cursor after = window.after();
		List<W> batch;
		do {
			batch = this.writings.page(author.value(), after.at(), after.sequence(), Limit.of(window.limit() + 1));
			batch.stream()
				.filter((it) -> !words.any() || words.areIn(it.details().title(), content(it)))
				.forEach(found::add);
			after = batch.isEmpty() ? after : place(batch.get(batch.size() - 1));
		}
		while (found.size() <= window.limit() && batch.size() > window.limit());
		boolean more = found.size() > window.limit();
		List<W> shown = more ? found.subList(0, window.limit()) : found;
		return new Page<>(views.apply(shown), more ? place(shown.get(shown.size() - 1)) : null,
				total(this.common.tallies.of(author)));
	}

	private Cursor place(W writing) {
		return new Cursor(listedAt(writing), writing.sequence());
	}

	/** Waits for the author's other writes to end. */
	protected Tally hold(AccountId author) {
		return this.common.tallies.lock(author);
	}

	/** A text that is there, or a refusal. */
	protected W here(AccountId author, long sequence) {
		W writing = known(author, sequence);
		refuseGone(writing);
		return writing;
	}

	/** A text that is or was there. */
	protected W known(AccountId author, long sequence) {
		return this.writings.findById(WritingId.of(author, sequence)).orElseThrow(NotHere::new);
	}

	protected String content(W writing) {
		return save(writing, writing.version()).content();
	}

	protected S save(W writing, long version) {
		return this.saves.findById(new SaveId(writing.getId().author(), writing.sequence(), version)).orElseThrow();
	}

	protected Details details(WritingForm form, Details before) {
		return this.common.forms.details(form, before);
	}

	protected Receipt receipt(W writing, Tally tally) {
		return new Receipt(writing.sequence(), writing.version(), writing.digest(), total(tally));
	}

	protected Instant now() {
		return this.common.clock.instant();
	}

}
