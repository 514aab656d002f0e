package dev.chogo.posts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.writing.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer to a write: which post, and how many its author has.
 *
 * @param fork the draft that took what was sent, because it could not be merged; absent
 * otherwise
 */
public record PostSaved(boolean success, Which post, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Which fork,
		long total) {

	public static PostSaved of(Receipt receipt) {
		return new PostSaved(true, new Which(receipt.sequence()),
				(receipt.fork() != null) ? new Which(receipt.fork()) : null, receipt.total());
	}

	/** The number among its author's posts, or drafts. */
	public record Which(long sequence) {
	}

}
