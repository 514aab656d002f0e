package dev.chogo.writing;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 412: the text has moved on since the version that the request was made for. */
class Stale extends ErrorResponseException {

	/**
	 * @param version the version that is stored now
	 */
	Stale(long version) {
		super(HttpStatus.PRECONDITION_FAILED);
		setType(URI.create("/problems/stale"));
		setTitle("Stale version");
		setDetail("Version %d is stored by now, and nothing was changed. Read it, then send again.".formatted(version));
		getBody().setProperty("version", version);
	}

}
