package dev.chogo.logins;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Logins that ended a moment ago, while statements of them may still be about. Every
 * request asks here, in memory; only what is older than any statement is left to the
 * store.
 */
class EndedLogins {

	private final Cache<String, Boolean> ended;

	/**
	 * @param statementLife how long a statement is valid without a look at its login
	 */
	EndedLogins(Duration statementLife) {
		this.ended = Caffeine.newBuilder().expireAfterWrite(statementLife).build();
	}

	void add(String login) {
		this.ended.put(login, true);
	}

	boolean contains(String login) {
		return this.ended.getIfPresent(login) != null;
	}

}
