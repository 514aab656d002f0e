package dev.chogo.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.text.Visibility;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.writing.Kept;
import dev.chogo.writing.Shelf;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Where posts are kept. A post is never half done: it has a title, a content and an
 * address of its own.
 */
@Component
class PostShelf extends Shelf<Post, PostVersion> {

	private final Posts posts;

	private final ApplicationEventPublisher events;

	PostShelf(Posts posts, PostVersions versions, Common common, ApplicationEventPublisher events) {
		super(Kind.POST, posts, versions, common);
		this.posts = posts;
		this.events = events;
	}

	/** The details with an address of its own, or a refusal of what is half done. */
	@Override
	protected Details settled(Post post, Details details, String content) {
		refuseHalfDone(details, content);
		String slug = details.slug().isEmpty() ? Slug.of(details.title(), post.sequence()) : details.slug();
		return details.withSlug(Slug.free(slug, (it) -> taken(it, post)));
	}

	void refuseHalfDone(Details details, String content) {
		List<Fault> faults = new ArrayList<>();
		if (details.title().isBlank()) {
			faults.add(Fault.at("/title", "must not be empty in a post"));
		}
		if (content.isBlank()) {
			faults.add(Fault.at("/content", "must not be empty in a post"));
		}
		if (details.visibility() == Visibility.PROTECTED && details.passwordHash() == null) {
			faults.add(Fault.at("/password", "must be there in a protected post"));
		}
		if (!faults.isEmpty()) {
			throw new Invalid(faults);
		}
	}

	private boolean taken(String slug, Post post) {
		return this.posts.at(post.getId().author(), slug)
			.filter((other) -> other.sequence() != post.sequence())
			.isPresent();
	}

	@Override
	public void edit(Post post, Details details, String content, Kept kept, Change change, Tally tally) {
		boolean moves = !details.slug().equals(post.details().slug());
		super.edit(post, details, content, kept, change, tally);
		if (moves) {
			this.events.publishEvent(new PostMoved(author(post), post.sequence()));
		}
	}

	/** Its address may be another post's by now. */
	@Override
	protected void returning(Post post, Tally tally) {
		String content = content(post);
		Details details = settled(post, post.details(), content);
		if (!details.equals(post.details())) {
			edit(post, details, content, Kept.RESTORED, Change.SAVED, tally);
		}
	}

	@Override
	protected void deleted(Post post) {
		this.events.publishEvent(new PostDeleted(author(post), post.sequence()));
	}

	@Override
	protected void emptied(Post post) {
		this.events.publishEvent(new PostEmptied(author(post), post.sequence()));
	}

	private static AccountId author(Post post) {
		return new AccountId(post.getId().author());
	}

	@Override
	protected long total(Tally tally) {
		return tally.posts();
	}

	@Override
	protected void drop(Tally tally) {
		tally.dropPost();
	}

	@Override
	protected void bringBack(Tally tally) {
		tally.bringPostBack();
	}

	@Override
	protected void recount(Tally tally, long total, long last) {
		tally.recountPosts(total, last);
	}

	@Override
	protected PostVersion row(Post post, String content, Kept kept) {
		return new PostVersion(post, content, kept);
	}

	@Override
	protected Instant listedAt(Post post) {
		return post.publishedAt();
	}

}
