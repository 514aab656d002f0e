package dev.chogo.wire;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 501: a method that nothing here knows (RFC 9110, section 9.1). */
class UnknownMethod extends ErrorResponseException {

	UnknownMethod() {
		super(HttpStatus.NOT_IMPLEMENTED);
		setType(URI.create("/problems/unknown-method"));
		setTitle("Unknown method");
		setDetail("No resource here knows this method.");
	}

}
