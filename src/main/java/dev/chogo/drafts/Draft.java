package dev.chogo.drafts;

import java.time.Instant;

import dev.chogo.posts.Publication;
import dev.chogo.writing.Writing;
import dev.chogo.writing.WritingId;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/** A text on its author's desk. */
@Entity
class Draft extends Writing {

	/** The number of the post that this draft is to renew, or null. */
	private @Nullable Long post;

	/** What became of it, or null as long as it is on the desk. */
	@Embedded
	@OptimisticLock(excluded = true)
	private @Nullable Outcome outcome;

	/**
	 * Out of the lock: what was planned goes with the draft, and is off when it returns.
	 */
	@OptimisticLock(excluded = true)
	private @Nullable Instant publishAt;

	@SuppressWarnings("NullAway.Init")
	protected Draft() {
	}

	Draft(WritingId id, @Nullable Long post, Instant now) {
		super(id, now);
		this.post = post;
	}

	@Nullable Long post() {
		return this.post;
	}

	/** When it is to be published, or null. */
	@Nullable Instant publishAt() {
		return this.publishAt;
	}

	/** Whether it is on the desk, and was to be published by now. */
	boolean isDue(Instant now) {
		return deletedAt() == null && this.publishAt != null && !this.publishAt.isAfter(now);
	}

	/** Will be published then, or with null not by itself. */
	void plan(@Nullable Instant at, Instant now) {
		this.publishAt = at;
		touch(now);
	}

	@Nullable Outcome outcome() {
		return this.outcome;
	}

	/** Leaves the desk as a post. */
	void publishAs(Publication publication, Instant now) {
		this.outcome = Outcome.of(publication);
		delete(now);
	}

	/** Comes back to the desk. */
	void takeBack() {
		this.outcome = null;
		restore();
	}

	/** Its post has moved. */
	void follow(Instant now) {
		touch(now);
	}

	/**
	 * Its post is not there, or not to be renewed: published again it will be a new one,
	 * and not before somebody says so.
	 */
	void loosen(Instant now) {
		this.post = null;
		this.publishAt = null;
		touch(now);
	}

}
