package dev.chogo.logins;

import dev.chogo.accounts.AccountId;

/** A login that may end while an answer is still being given. */
public interface LiveLogin {

	/** Whose it is. */
	AccountId account();

	/** Whether it has ended, here within the moment, elsewhere within a second. */
	boolean isOver();

}
