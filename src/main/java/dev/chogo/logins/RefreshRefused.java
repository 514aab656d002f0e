package dev.chogo.logins;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 401: a refresh token that is unknown, expired, or was used before. */
class RefreshRefused extends ErrorResponseException {

	RefreshRefused() {
		super(HttpStatus.UNAUTHORIZED);
		setType(URI.create("/problems/refresh-refused"));
		setTitle("Refresh token refused");
		setDetail("The refresh token is not, or no longer, valid. Sign in again.");
		getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
	}

}
