package dev.chogo.idempotency;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 400: what was sent as Idempotency-Key is none. */
class BadKey extends ErrorResponseException {

	BadKey() {
		super(HttpStatus.BAD_REQUEST);
		setType(URI.create("/problems/bad-idempotency-key"));
		setTitle("Bad Idempotency-Key");
		setDetail("An Idempotency-Key is 1 to 255 visible ASCII characters.");
	}

}
