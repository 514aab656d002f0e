package dev.chogo.logins;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 401: nobody is signed in, or by something that is not valid (RFC 6750, section 3). */
class NotSignedIn extends ErrorResponseException {

	/**
	 * @param refused what was wrong with the token that was sent, or null where none was
	 */
	NotSignedIn(@Nullable String refused) {
		super(HttpStatus.UNAUTHORIZED);
		setType(URI.create("/problems/not-signed-in"));
		setTitle("Not signed in");
		setDetail((refused != null) ? refused : "Sign in, or send a token as 'Authorization: Bearer …'.");
		getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, (refused != null)
				? "Bearer error=\"invalid_token\", error_description=\"%s\"".formatted(refused) : "Bearer");
	}

}
