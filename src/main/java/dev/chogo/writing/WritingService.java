package dev.chogo.writing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.merging.Merge;
import dev.chogo.text.Details;
import dev.chogo.text.WritingForm;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with a draft and with a post alike.
 *
 * @param <W> a kind of text
 * @param <S> its saves
 */
public abstract class WritingService<W extends Writing, S extends Save> {

	private final Shelf<W, S> shelf;

	protected WritingService(Shelf<W, S> shelf) {
		this.shelf = shelf;
	}

	/** Replaces a text whole (PUT). */
	@Transactional
	public Receipt rewrite(AccountId author, long sequence, Precondition precondition, WritingForm form) {
		Tally tally = this.shelf.hold(author);
		return keep(this.shelf.here(author, sequence), precondition, (base) -> form, tally);
	}

	/** Changes what a merge patch names, and leaves the rest (PATCH). */
	@Transactional
	public Receipt amend(AccountId author, long sequence, Precondition precondition, ObjectNode patch) {
		Tally tally = this.shelf.hold(author);
		return keep(this.shelf.here(author, sequence), precondition,
				(base) -> this.shelf.forms().patched(WritingForm.of(base.details(), base.content()), patch), tally);
	}

	/**
	 * Keeps what was sent.
	 * @param sent the form that is meant, by the save that it was made from
	 */
	private Receipt keep(W writing, Precondition precondition, Function<S, WritingForm> sent, Tally tally) {
		S stored = this.shelf.newest(writing);
		WritingForm form = sent.apply(stored);
		if (form.baseVersion() == null) {
			return keep(writing, precondition, form, tally);
		}
		refuseNoBase(form.baseVersion(), writing, precondition);
		Optional<S> base = this.shelf.save(writing, form.baseVersion());
		WritingForm meant = base.map(sent).orElse(form);
		if (form.baseVersion() == writing.version()
				|| (base.isEmpty() && meant.hasText(stored.details().title(), stored.content()))) {
			return keep(writing, precondition, form, tally);
		}
		this.shelf.refuseStale(writing, precondition);
		this.shelf.settled(writing, this.shelf.details(meant, writing.details()), meant.contentOrEmpty());
		return base.flatMap((it) -> joint(it, stored, meant))
			.map((joint) -> keep(writing, joint, form.isExplicit(), tally))
			.orElseGet(() -> fork(writing, meant, tally));
	}

	private static void refuseNoBase(long base, Writing writing, Precondition precondition) {
		if (precondition.isStrict()) {
			throw new Invalid(Fault.at("/baseVersion", "must not stand beside If-Match"));
		}
		if (base < 1 || base > writing.version()) {
			throw new Invalid(
					Fault.at("/baseVersion", "must be from 1 to %d, the stored version".formatted(writing.version())));
		}
	}

	private Receipt keep(W writing, Precondition precondition, WritingForm form, Tally tally) {
		String content = form.contentOrEmpty();
		Details details = this.shelf.settled(writing, this.shelf.details(form, writing.details()), content);
		boolean changes = writing.differsFrom(details, content);
		if (!precondition.holdsFor(writing.version()) && (changes || !precondition.allowsRetry())) {
			throw new Stale(writing.version());
		}
		return keep(writing, new Joint(details, content, false), form.isExplicit(), tally);
	}

	private Receipt keep(W writing, Joint joint, boolean explicit, Tally tally) {
		Details details = this.shelf.settled(writing, joint.details(), joint.content());
		if (writing.differsFrom(details, joint.content())) {
			this.shelf.edit(writing, details, joint.content(), Kept.of(explicit), Change.SAVED, tally);
		}
		else if (explicit) {
			this.shelf.newest(writing).keepFor(Kept.EXPLICIT);
		}
		Receipt receipt = this.shelf.receipt(writing, tally);
		return joint.differsFromSent() ? receipt.asMerged() : receipt;
	}

	/** Both texts brought together by words, unless both changed the same ones. */
	private Optional<Joint> joint(S base, S stored, WritingForm form) {
		Details sent = this.shelf.details(form, base.details());
		return Merge.of(base.details().title(), stored.details().title(), sent.title())
			.flatMap((title) -> Merge.of(base.content(), stored.content(), form.contentOrEmpty())
				.filter((content) -> this.shelf.forms().fit(title, content))
				.map((content) -> Joint.of(sent.onto(stored.details(), base.details(), title), content, sent, form)));
	}

	private Receipt fork(W writing, WritingForm form, Tally tally) {
		Details details = this.shelf.details(form, writing.details());
		Receipt fork = this.shelf.forks().fork(new AccountId(writing.getId().author()), details, form.contentOrEmpty());
		return this.shelf.receipt(writing, tally).withFork(fork);
	}

	/** Deletes a text; it can be had back for a while. */
	@Transactional
	public Receipt delete(AccountId author, long sequence, Precondition precondition) {
		Tally tally = this.shelf.hold(author);
		W writing = this.shelf.here(author, sequence);
		this.shelf.refuseStale(writing, precondition);
		this.shelf.delete(writing, tally);
		return this.shelf.receipt(writing, tally);
	}

	/** A page of what is there. */
	protected <V> Page<V> page(AccountId author, Window window, Function<List<W>, List<V>> views) {
		return new Listing<>(this.shelf, author, this.shelf.there()).page(window).with(views);
	}

	/**
	 * What is to be stored.
	 *
	 * @param differsFromSent whether it has something in it that was not sent
	 */
	private record Joint(Details details, String content, boolean differsFromSent) {

		static Joint of(Details details, String content, Details sent, WritingForm form) {
			return new Joint(details, content, !details.equals(sent) || !content.equals(form.contentOrEmpty()));
		}

	}

}
