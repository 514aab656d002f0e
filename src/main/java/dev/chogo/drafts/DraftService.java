package dev.chogo.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.posts.PostAddress;
import dev.chogo.posts.PostDeleted;
import dev.chogo.posts.PostEmptied;
import dev.chogo.posts.PostMoved;
import dev.chogo.posts.PostService;
import dev.chogo.posts.PostText;
import dev.chogo.posts.Publication;
import dev.chogo.text.Details;
import dev.chogo.text.WritingForm;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import dev.chogo.writing.Forks;
import dev.chogo.writing.Kept;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.WritingId;
import dev.chogo.writing.WritingService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is on authors' desks. */
@Service
class DraftService extends WritingService<Draft, DraftVersion> implements Forks {

	private final DraftShelf shelf;

	private final Drafts drafts;

	private final PostService posts;

	DraftService(DraftShelf shelf, Drafts drafts, PostService posts) {
		super(shelf);
		this.shelf = shelf;
		this.drafts = drafts;
		this.posts = posts;
	}

	/** Saves a new draft. */
	@Transactional
	public Receipt save(AccountId author, WritingForm form) {
		Tally tally = this.shelf.hold(author);
		return begin(author, null, this.shelf.details(form, Details.NONE), form.contentOrEmpty(),
				form.isExplicit() ? Kept.EXPLICIT : Kept.RECENT, Change.SAVED, tally);
	}

	private Receipt begin(AccountId author, @Nullable Long post, Details details, String content, Kept kept,
			Change change, Tally tally) {
		Draft draft = new Draft(WritingId.of(author, tally.addDraft()), post, this.shelf.now());
		return this.shelf.begin(draft, details, content, kept, change, tally);
	}

	@Override
	@Transactional
	public Receipt fork(AccountId author, Details details, String content) {
		Tally tally = this.shelf.hold(author);
		return this.shelf.like(author, details, content)
			.map((there) -> this.shelf.receipt(there, tally))
			.orElseGet(() -> begin(author, null, details, content, Kept.EXPLICIT, Change.FORKED, tally));
	}

	@Transactional(readOnly = true)
	public DraftView read(AccountId author, long sequence) {
		Draft draft = this.shelf.here(author, sequence);
		return DraftView.of(draft, this.shelf.content(draft), address(draft));
	}

	@Transactional(readOnly = true)
	public Page<DraftView.Item> list(AccountId author, Window window) {
		return page(author, window, (found) -> items(author, found));
	}

	/** Drafts as they are listed. */
	@Transactional(readOnly = true)
	public List<DraftView.Item> items(AccountId author, List<Draft> found) {
		Map<Long, PostAddress> posts = this.posts.addresses(author,
				found.stream().map(Draft::post).filter(Objects::nonNull).toList());
		return found.stream()
			.map((draft) -> DraftView.Item.of(draft, (draft.post() != null) ? posts.get(draft.post()) : null))
			.toList();
	}

	/** Makes a post of a draft, or renews the post that the draft was made of. */
	@Transactional
	public Publication publish(AccountId author, long sequence, Precondition precondition) {
		Tally tally = this.shelf.hold(author);
		Draft draft = this.shelf.here(author, sequence);
		this.shelf.refuseStale(draft, precondition);
		return publish(author, draft, tally);
	}

	private Publication publish(AccountId author, Draft draft, Tally tally) {
		DraftVersion newest = this.shelf.newest(draft);
		Publication publication = (draft.post() != null)
				? this.posts.renew(author, draft.post(), draft.details(), newest.content())
				: this.posts.publish(author, draft.details(), newest.content());
		newest.keepFor(Kept.PUBLISHED);
		draft.publishAs(publication, this.shelf.now());
		tally.dropDraft();
		this.shelf.note(draft, Change.PUBLISHED, tally);
		return publication;
	}

	/**
	 * Plans a publication: what is the newest save by then will be published.
	 * @param at in the future
	 */
	@Transactional
	public Receipt schedule(AccountId author, long sequence, Precondition precondition, Instant at) {
		Tally tally = this.shelf.hold(author);
		Draft draft = this.shelf.here(author, sequence);
		if (!at.equals(draft.publishAt())) {
			this.shelf.refuseStale(draft, precondition);
			this.posts.refuseHalfDone(draft.details(), this.shelf.content(draft));
			this.shelf.plan(draft, at, tally);
		}
		return this.shelf.receipt(draft, tally);
	}

	/** Publishes a draft whose time has come, unless that was called off or done. */
	@Transactional
	public void publishPlanned(WritingId id) {
		AccountId author = new AccountId(id.author());
		Tally tally = this.shelf.hold(author);
		Draft draft = this.shelf.known(author, id.sequence());
		if (draft.isDue(this.shelf.now())) {
			publish(author, draft, tally);
		}
	}

	/** Gives a plan up that cannot be carried out; the draft stays. */
	@Transactional
	public void giveUp(WritingId id) {
		AccountId author = new AccountId(id.author());
		Tally tally = this.shelf.hold(author);
		Draft draft = this.shelf.known(author, id.sequence());
		if (draft.isDue(this.shelf.now())) {
			this.shelf.plan(draft, null, tally);
		}
	}

	/**
	 * Brings a published draft back to the desk, and takes its post back; or calls a
	 * planned publication off.
	 */
	@Transactional
	public Receipt takeBack(AccountId author, long sequence, Precondition precondition) {
		Tally tally = this.shelf.hold(author);
		Draft draft = this.shelf.known(author, sequence);
		if (draft.outcome() != null) {
			this.shelf.refuseStale(draft, precondition);
			takeBack(author, draft, draft.outcome(), tally);
		}
		else if (this.shelf.here(author, sequence).publishAt() != null) {
			this.shelf.refuseStale(draft, precondition);
			this.shelf.plan(draft, null, tally);
		}
		else {
			throw new NotPublished();
		}
		return this.shelf.receipt(draft, tally);
	}

	private void takeBack(AccountId author, Draft draft, Outcome outcome, Tally tally) {
		if (draft.post() != null && this.drafts.of(author.value(), draft.post()).isPresent()) {
			throw new OnDeskAlready();
		}
		this.posts.takeBack(author, outcome.sequence(), outcome.version(), outcome.renewed());
		this.shelf.returning(draft, tally);
		draft.takeBack();
		tally.bringDraftBack();
		this.shelf.note(draft, Change.RESTORED, tally);
	}

	/**
	 * The draft in which a post is changed while it stays live: a new one, unless it is
	 * there already.
	 */
	@Transactional
	public Desk desk(AccountId author, long post) {
		Tally tally = this.shelf.hold(author);
		PostText text = this.posts.text(author, post);
		Optional<Draft> there = this.drafts.of(author.value(), post);
		if (there.isPresent()) {
			return new Desk(this.shelf.receipt(there.get(), tally), false);
		}
		return new Desk(begin(author, post, text.details(), text.content(), Kept.RECENT, Change.SAVED, tally), true);
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
		this.drafts.of(deleted.author().value(), deleted.sequence())
			.ifPresent((draft) -> this.shelf.loosen(draft, this.shelf.hold(deleted.author())));
	}

	/** A draft tells the address of its post. */
	@EventListener
	void follow(PostMoved moved) {
		this.drafts.of(moved.author().value(), moved.sequence())
			.ifPresent((draft) -> this.shelf.follow(draft, this.shelf.hold(moved.author())));
	}

	/** The drafts that a post was made of have the text that was to go. */
	@EventListener
	void empty(PostEmptied emptied) {
		this.drafts.publishedAs(emptied.author().value(), emptied.sequence())
			.forEach((draft) -> this.shelf.empty(draft, this.shelf.hold(emptied.author())));
	}

	private @Nullable PostAddress address(Draft draft) {
		return (draft.post() != null)
				? this.posts.addresses(new AccountId(draft.getId().author()), List.of(draft.post())).get(draft.post())
				: null;
	}

}
