package dev.chogo.writing;

import dev.chogo.accounts.AccountId;
import dev.chogo.text.Details;

/** Where a save goes that cannot be merged with what was stored since. */
public interface Forks {

	/**
	 * Keeps a text as a draft of its own, in the transaction that is open. The same text
	 * twice, because an answer was lost, is one draft.
	 */
	Receipt fork(AccountId author, Details details, String content);

}
