package dev.chogo.posts;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.text.Format;
import dev.chogo.text.Visibility;
import org.jspecify.annotations.Nullable;

/** A post as its author reads it; lengths as in what is sent. */
record PostView(long sequence, String title, String content, Format format, String category, List<String> tags,
		Visibility visibility, boolean hasPassword, String slug, String url, Instant publishedAt,
		@Nullable Instant modifiedAt, Instant createdAt, Instant savedAt, long version) {

	static PostView of(Post post, String content, PostAddress address) {
		return new PostView(post.sequence(), post.details().title(), content, post.details().format(),
				post.details().category(), post.details().tags(), post.details().visibility(),
				post.details().passwordHash() != null, post.details().slug(), address.url(), post.publishedAt(),
				post.modifiedAt(), post.createdAt(), post.savedAt(), post.version());
	}

	/** The body of an answer to a read. */
	record One(boolean success, PostView post) {
	}

	/**
	 * A post in a list.
	 *
	 * @param excerpt its first words
	 * @param length code points of its content
	 * @param deletedAt since when it is in the trash; absent where it is not
	 */
	record Item(long sequence, String title, String excerpt, int length, Format format, String category,
			List<String> tags, Visibility visibility, String url, Instant publishedAt, @Nullable Instant modifiedAt,
			Instant createdAt, Instant savedAt, long version,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) {

		static Item of(Post post, PostAddress address) {
			return new Item(post.sequence(), post.details().title(), post.excerpt(), post.length(),
					post.details().format(), post.details().category(), post.details().tags(),
					post.details().visibility(), address.url(), post.publishedAt(), post.modifiedAt(), post.createdAt(),
					post.savedAt(), post.version(), post.deletedAt());
		}

	}

	/** The body of a list. */
	record Items(boolean success, List<Item> posts, long total) {
	}

}
