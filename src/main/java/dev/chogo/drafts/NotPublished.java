package dev.chogo.drafts;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 409: there is no publication to take back. */
class NotPublished extends ErrorResponseException {

	NotPublished() {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/not-published"));
		setTitle("Not published");
		setDetail("This draft was not published, so there is nothing to take back.");
	}

}
