package dev.chogo.drafts;

import dev.chogo.writing.Receipt;

/** The body of an answer to a write: which draft, and how many its author has. */
record DraftSaved(boolean success, Which draft, long total) {

	static DraftSaved of(Receipt receipt) {
		return new DraftSaved(true, new Which(receipt.sequence()), receipt.total());
	}

	/** The draft's number among its author's drafts. */
	record Which(long sequence) {
	}

}
