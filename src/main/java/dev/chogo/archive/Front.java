package dev.chogo.archive;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.chogo.journal.Kind;
import dev.chogo.text.Format;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a text in front of it: its newest version, and what became of it.
 *
 * @param publishAt when a draft is to be published, or null
 * @param published what publishing made of a draft, or null
 * @param publishedAt when a post was published; null of a draft
 */
record Front(Kind kind, long sequence, @JsonUnwrapped State state, Instant createdAt, @Nullable Instant deletedAt,
		@Nullable Instant publishAt, @Nullable Published published, @Nullable Instant publishedAt) {

	Front withoutPassword() {
		return new Front(this.kind, this.sequence, this.state.withoutPassword(), this.createdAt, this.deletedAt,
				this.publishAt, this.published, this.publishedAt);
	}

	Format format() {
		return this.state.details().format();
	}

	@Override
	public String toString() {
		return "%s %d".formatted(this.kind.name().toLowerCase(Locale.ROOT), this.sequence);
	}

	/**
	 * What publishing made of a draft.
	 *
	 * @param post the number of the post
	 * @param version the version of the post that it made
	 * @param renewed the version that the post had before, or 0 where it was new
	 */
	record Published(long post, long version, long renewed) {
	}

}
