package dev.chogo.store;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 503: what was sent could not be brought to the disk, so it is not called saved. */
class NotDurable extends ErrorResponseException {

	NotDurable(Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE), cause);
		setType(URI.create("/problems/not-durable"));
		setTitle("Not saved for certain");
		setDetail("This could not be brought to the disk. Keep the text and send it again.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
	}

}
