package dev.chogo.wire;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/** 413: more was sent than a request may carry (RFC 9110, section 15.5.14). */
class BodyTooLarge extends ErrorResponseException {

	BodyTooLarge(DataSize limit) {
		super(HttpStatus.CONTENT_TOO_LARGE);
		setType(URI.create("/problems/body-too-large"));
		setTitle("Body too large");
		setDetail("A request may carry at most %d bytes.".formatted(limit.toBytes()));
	}

}
