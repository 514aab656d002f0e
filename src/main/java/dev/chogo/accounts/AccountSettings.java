package dev.chogo.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code chogo.accounts.*}.
 *
 * @param signUp who may create an account: {@code first} (only the first one),
 * {@code open} (anyone) or {@code closed} (nobody)
 */
@ConfigurationProperties("chogo.accounts")
record AccountSettings(@DefaultValue("first") SignUp signUp) {

	enum SignUp {

		FIRST, OPEN, CLOSED

	}

}
