package dev.chogo.posts;

import java.time.Instant;

import dev.chogo.writing.Writing;
import dev.chogo.writing.WritingId;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** A published text. */
@Entity
class Post extends Writing {

	private Instant publishedAt;

	@SuppressWarnings("NullAway.Init")
	protected Post() {
	}

	Post(WritingId id, Instant now) {
		super(id, now);
		this.publishedAt = now;
	}

	Instant publishedAt() {
		return this.publishedAt;
	}

	/** When it was last changed after it was published, or null. */
	@Nullable Instant modifiedAt() {
		return savedAt().equals(this.publishedAt) ? null : savedAt();
	}

}
