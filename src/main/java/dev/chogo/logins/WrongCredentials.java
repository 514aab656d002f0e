package dev.chogo.logins;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * 401: no account has this handle with this password; which of the two is wrong stays
 * untold.
 */
class WrongCredentials extends ErrorResponseException {

	WrongCredentials() {
		super(HttpStatus.UNAUTHORIZED);
		setType(URI.create("/problems/wrong-credentials"));
		setTitle("Wrong handle or password");
		setDetail("No account has this handle with this password.");
		getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
	}

}
