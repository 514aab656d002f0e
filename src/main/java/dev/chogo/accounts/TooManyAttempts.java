package dev.chogo.accounts;

import java.net.URI;
import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 429: asked too often (RFC 6585, section 4). */
class TooManyAttempts extends ErrorResponseException {

	TooManyAttempts(Duration wait) {
		super(HttpStatus.TOO_MANY_REQUESTS);
		setType(URI.create("/problems/too-many-attempts"));
		setTitle("Too many attempts");
		setDetail("This was asked too often. Wait as many seconds as Retry-After says.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
	}

}
