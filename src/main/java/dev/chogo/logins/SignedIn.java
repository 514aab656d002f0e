package dev.chogo.logins;

import dev.chogo.accounts.AccountId;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Who asks, and by which login; whether by cookie or by token nobody needs to know. */
class SignedIn extends AbstractAuthenticationToken {

	private final transient AccountId account;

	private final String login;

	SignedIn(Statement statement) {
		super(AuthorityUtils.NO_AUTHORITIES);
		this.account = statement.account();
		this.login = statement.login();
		setAuthenticated(true);
	}

	@Override
	public AccountId getPrincipal() {
		return this.account;
	}

	@Override
	public String getCredentials() {
		return "";
	}

	String login() {
		return this.login;
	}

}
