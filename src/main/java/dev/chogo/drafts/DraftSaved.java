package dev.chogo.drafts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.writing.Receipt;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer to a write: which draft, and how many its author has.
 *
 * @param fork the draft that took what was sent, because it could not be merged; absent
 * otherwise
 */
record DraftSaved(boolean success, Which draft, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Which fork,
		long total) {

	static DraftSaved of(Receipt receipt) {
		return new DraftSaved(true, new Which(receipt.sequence()),
				(receipt.fork() != null) ? new Which(receipt.fork()) : null, receipt.total());
	}

	/** The draft's number among its author's drafts. */
	record Which(long sequence) {
	}

}
