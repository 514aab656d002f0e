package dev.chogo.accounts;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 401: signed in to an account that is not there any more. */
class NobodyAnyMore extends ErrorResponseException {

	NobodyAnyMore() {
		super(HttpStatus.UNAUTHORIZED);
		setType(URI.create("/problems/account-deleted"));
		setTitle("Account deleted");
		setDetail("This account was deleted.");
		getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
	}

}
