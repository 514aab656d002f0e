package dev.chogo.idempotency;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 409: the first request with this key is still under way. */
class KeyInUse extends ErrorResponseException {

	KeyInUse() {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/idempotency-key-in-use"));
		setTitle("Still under way");
		setDetail("The first request with this Idempotency-Key is still under way.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

}
