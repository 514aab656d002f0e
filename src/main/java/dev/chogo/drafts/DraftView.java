package dev.chogo.drafts;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.posts.PostAddress;
import dev.chogo.text.Format;
import dev.chogo.text.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A draft as its author reads it; lengths as in what is sent.
 *
 * @param post the post it is to renew, or null
 * @param publishAt when it is to be published, or null
 */
record DraftView(long sequence, String title, String content, Format format, String category, List<String> tags,
		Visibility visibility, boolean hasPassword, String slug, @Nullable PostAddress post,
		@Nullable Instant publishAt, Instant createdAt, Instant savedAt, long version) {

	static DraftView of(Draft draft, String content, @Nullable PostAddress post) {
		return new DraftView(draft.sequence(), draft.details().title(), content, draft.details().format(),
				draft.details().category(), draft.details().tags(), draft.details().visibility(),
				draft.details().passwordHash() != null, draft.details().slug(), post, draft.publishAt(),
				draft.createdAt(), draft.savedAt(), draft.version());
	}

	/** The body of an answer to a read. */
	record One(boolean success, DraftView draft) {
	}

	/**
	 * A draft in a list.
	 *
	 * @param excerpt its first words
	 * @param length code points of its content
	 * @param deletedAt since when it is in the trash; absent where it is not
	 */
	record Item(long sequence, String title, String excerpt, int length, Format format, String category,
			List<String> tags, @Nullable PostAddress post, Instant createdAt, Instant savedAt, long version,
			@JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant deletedAt) {

		static Item of(Draft draft, @Nullable PostAddress post) {
			return new Item(draft.sequence(), draft.details().title(), draft.excerpt(), draft.length(),
					draft.details().format(), draft.details().category(), draft.details().tags(), post,
					draft.createdAt(), draft.savedAt(), draft.version(), draft.deletedAt());
		}

	}

	/** The body of a list. */
	record Items(boolean success, List<Item> drafts, long total) {
	}

}
