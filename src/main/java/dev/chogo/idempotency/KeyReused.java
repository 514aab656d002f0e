package dev.chogo.idempotency;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 422: the key was used for another body. */
class KeyReused extends ErrorResponseException {

	KeyReused() {
		super(HttpStatus.UNPROCESSABLE_CONTENT);
		setType(URI.create("/problems/idempotency-key-reused"));
		setTitle("Idempotency-Key reused");
		setDetail("This Idempotency-Key was used for another body; take a new one.");
	}

}
