package dev.chogo.logins;

import java.time.Instant;

import dev.chogo.accounts.AccountId;

/**
 * What a cookie or a token says, once its signature was found good.
 *
 * @param login names the login it is a statement of
 * @param issuedAt in whole seconds, as JWT has it
 * @param generation which refresh token of its login it is; 0 for what is none
 */
record Statement(AccountId account, String login, Instant issuedAt, long generation) {

	/**
	 * What a statement is good for: one is never taken for another (RFC 8725, section
	 * 3.12).
	 */
	enum Use {

		/** Lets a program in, for minutes. */
		ACCESS("at+jwt"),

		/** Gets a program its next access token. */
		REFRESH("rt+jwt"),

		/** Lets a browser in. */
		COOKIE("cookie+jwt");

		private final String type;

		Use(String type) {
			this.type = type;
		}

		/** The {@code typ} of the header (RFC 8725, section 3.11). */
		String type() {
			return this.type;
		}

	}

}
