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

	/** Its post was deleted: published again it will be a new one. */
	void loosen(Instant now) {
		this.post = null;
		touch(now);
	}

}
