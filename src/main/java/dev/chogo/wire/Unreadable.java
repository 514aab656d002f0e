package dev.chogo.wire;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 400: what was sent cannot be read at all, so that no part of it can be pointed at. */
class Unreadable extends ErrorResponseException {

	Unreadable(String detail) {
		super(HttpStatus.BAD_REQUEST);
		setType(URI.create("/problems/unreadable"));
		setTitle("Unreadable request");
		setDetail(detail);
	}

}
