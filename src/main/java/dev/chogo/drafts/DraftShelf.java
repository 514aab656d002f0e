package dev.chogo.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.journal.Kind;
import dev.chogo.posts.PostAddress;
import dev.chogo.posts.PostService;
import dev.chogo.writing.Kept;
import dev.chogo.writing.Shelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Where drafts are kept. */
@Component
class DraftShelf extends Shelf<Draft, DraftVersion> {

	private final Drafts drafts;

	private final PostService posts;

	DraftShelf(Drafts drafts, DraftVersions versions, Common common, PostService posts) {
		super(Kind.DRAFT, drafts, versions, common);
		this.drafts = drafts;
		this.posts = posts;
	}

	/** Draws a draft loose from a post that it cannot renew any more. */
	void loosen(Draft draft, Tally tally) {
		change(draft, draft::loosen, tally);
	}

	/** Lets a draft tell where its post is now. */
	void follow(Draft draft, Tally tally) {
		change(draft, draft::follow, tally);
	}

	/** Plans when to publish a draft; null is never by itself. */
	void plan(Draft draft, @Nullable Instant at, Tally tally) {
		if (!Objects.equals(at, draft.publishAt())) {
			change(draft, (now) -> draft.plan(at, now), tally);
		}
	}

	/** Makes one more version with the same words. */
	private void change(Draft draft, Consumer<Instant> change, Tally tally) {
		String content = content(draft);
		change.accept(now());
		store(draft, content, Kept.RECENT, Change.SAVED, tally);
	}

	/** A draft that returns is not to be published at once, nor over another. */
	@Override
	protected void returning(Draft draft, Tally tally) {
		plan(draft, null, tally);
		if (draft.post() != null && !canRenew(draft, draft.post())) {
			loosen(draft, tally);
		}
	}

	private boolean canRenew(Draft draft, long post) {
		AccountId author = new AccountId(draft.getId().author());
		return this.posts.isLive(author, post) && this.drafts.of(author.value(), post).isEmpty();
	}

	@Override
	protected ErrorResponseException gone(Draft draft) {
		Outcome outcome = draft.outcome();
		return (outcome != null) ? new Published(address(draft, outcome)) : super.gone(draft);
	}

	private PostAddress address(Draft draft, Outcome outcome) {
		AccountId author = new AccountId(draft.getId().author());
		return Objects
			.requireNonNull(this.posts.addresses(author, List.of(outcome.sequence())).get(outcome.sequence()));
	}

	@Override
	protected boolean isKept(Draft draft) {
		return draft.outcome() != null || super.isKept(draft);
	}

	@Override
	protected boolean isInTrash(Draft draft) {
		return draft.outcome() == null && super.isInTrash(draft);
	}

	@Override
	protected long total(Tally tally) {
		return tally.drafts();
	}

	@Override
	protected void drop(Tally tally) {
		tally.dropDraft();
	}

	@Override
	protected void bringBack(Tally tally) {
		tally.bringDraftBack();
	}

	@Override
	protected void recount(Tally tally, long total, long last) {
		tally.recountDrafts(total, last);
	}

	@Override
	protected DraftVersion row(Draft draft, String content, Kept kept) {
		return new DraftVersion(draft, content, kept);
	}

	@Override
	protected Instant listedAt(Draft draft) {
		return draft.savedAt();
	}

}
