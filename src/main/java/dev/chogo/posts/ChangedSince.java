package dev.chogo.posts;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 409: the publication cannot be taken back, because the post was changed afterwards. */
class ChangedSince extends ErrorResponseException {

	ChangedSince(long sequence) {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/changed-since"));
		setTitle("Changed since");
		setDetail("Post %d was changed after it was published; edit or delete it instead.".formatted(sequence));
	}

}
