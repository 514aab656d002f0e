package dev.chogo.posts;

import dev.chogo.writing.Receipt;

/**
 * The body of an answer to a write: which post, and how many its author has.
 */
public record PostSaved(boolean success, Which post, long total) {

	public static PostSaved of(Receipt receipt) {
		return new PostSaved(true, new Which(receipt.sequence()), receipt.total());
	}

	/** The post's number among its author's posts. */
	public record Which(long sequence) {
	}

}
