package dev.chogo.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.posts.PostAddress;
import dev.chogo.posts.PostDeleted;
import dev.chogo.posts.PostService;
import dev.chogo.posts.PostText;
import dev.chogo.posts.Publication;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import dev.chogo.writing.Details;
import dev.chogo.writing.Gone;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.WritingForm;
import dev.chogo.writing.WritingId;
import dev.chogo.writing.WritingService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is on authors' desks. */
@Service
class DraftService extends WritingService<Draft, DraftVersion> {

	private final Drafts drafts;

	private final PostService posts;

	DraftService(Drafts drafts, DraftVersions versions, Common common, PostService posts) {
		super(drafts, versions, common);
		this.drafts = drafts;
		this.posts = posts;
	}

	/** Saves a new draft. */
	@Transactional
	Receipt save(AccountId author, WritingForm form) {
		Tally tally = hold(author);
		Draft draft = new Draft(WritingId.of(author, tally.addDraft()), null, now());
		return begin(draft, details(form, Details.NONE), form.contentOrEmpty(), form.isExplicit(), tally);
	}

	@Transactional(readOnly = true)
	DraftView read(AccountId author, long sequence) {
		Draft draft = here(author, sequence);
		return DraftView.of(draft, content(draft), address(draft));
	}

	@Transactional(readOnly = true)
	Page<DraftView.Item> list(AccountId author, Window window) {
		return page(author, window, (found) -> items(author, found));
	}

	private List<DraftView.Item> items(AccountId author, List<Draft> found) {
		Map<Long, PostAddress> posts = this.posts.addresses(author,
				found.stream().map(Draft::post).filter(Objects::nonNull).toList());
		return found.stream()
			.map((draft) -> DraftView.Item.of(draft, (draft.post() != null) ? posts.get(draft.post()) : null))
			.toList();
	}

	/** Makes a post of a draft, or renews the post that the draft was made of. */
	@Transactional
	Publication publish(AccountId author, long sequence, Precondition precondition) {
		hold(author);
		Draft draft = here(author, sequence);
		refuseStale(draft, precondition);
		Publication publication = (draft.post() != null)
				? this.posts.renew(author, draft.post(), draft.details(), content(draft))
				: this.posts.publish(author, draft.details(), content(draft));
		draft.publishAs(publication, now());
		hold(author).dropDraft();
		return publication;
	}

	/** Brings a published draft back to the desk, and takes its post back. */
	@Transactional
	Receipt takeBack(AccountId author, long sequence, Precondition precondition) {
		Tally tally = hold(author);
		Draft draft = known(author, sequence);
		Outcome outcome = draft.outcome();
		if (outcome == null) {
			refuseGone(draft);
			throw new NotPublished();
		}
		refuseStale(draft, precondition);
		if (draft.post() != null && this.drafts.of(author.value(), draft.post()).isPresent()) {
			throw new OnDeskAlready();
		}
		boolean live = this.posts.takeBack(author, outcome.sequence(), outcome.version(), outcome.renewed());
		draft.takeBack();
		if (!live) {
			loosen(draft);
		}
		tally.bringDraftBack();
		return receipt(draft, tally);
	}

	/**
	 * The draft in which a post is changed while it stays live: a new one, unless it is
	 * there already.
	 */
	@Transactional
	Desk desk(AccountId author, long post) {
		Tally tally = hold(author);
		PostText text = this.posts.text(author, post);
		Optional<Draft> there = this.drafts.of(author.value(), post);
		if (there.isPresent()) {
			return new Desk(receipt(there.get(), tally), false);
		}
		Draft draft = new Draft(WritingId.of(author, tally.addDraft()), post, now());
		return new Desk(begin(draft, text.details(), text.content(), false, tally), true);
	}

	/**
	 * A post on the desk.
	 *
	 * @param made whether the draft is new
	 */
	record Desk(Receipt receipt, boolean made) {
	}

	@EventListener
	void loosen(PostDeleted deleted) {
		this.drafts.of(deleted.author().value(), deleted.sequence()).ifPresent(this::loosen);
	}

	private void loosen(Draft draft) {
		if (draft.post() != null) {
			String content = content(draft);
			draft.loosen(now());
			store(draft, content, false);
		}
	}

	@Override
	protected Gone gone(Draft draft) {
		Outcome outcome = draft.outcome();
		return (outcome != null) ? new Published(published(draft, outcome)) : super.gone(draft);
	}

	private PostAddress published(Draft draft, Outcome outcome) {
		return Objects
			.requireNonNull(this.posts.addresses(new AccountId(draft.getId().author()), List.of(outcome.sequence()))
				.get(outcome.sequence()));
	}

	private @Nullable PostAddress address(Draft draft) {
		return (draft.post() != null)
				? this.posts.addresses(new AccountId(draft.getId().author()), List.of(draft.post())).get(draft.post())
				: null;
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
	protected void recount(Tally tally, long total, long last) {
		tally.recountDrafts(total, last);
	}

	@Override
	protected DraftVersion row(Draft draft, String content, boolean explicit) {
		return new DraftVersion(draft, content, explicit);
	}

	@Override
	protected Instant listedAt(Draft draft) {
		return draft.savedAt();
	}

}
