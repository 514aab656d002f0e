package dev.chogo.drafts;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * 409: the post was taken to the desk again since; two drafts of one post would overwrite
 * each other.
 */
class OnDeskAlready extends ErrorResponseException {

	OnDeskAlready() {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/on-desk-already"));
		setTitle("On the desk already");
		setDetail("The post is on the desk in another draft; publish or delete that one first.");
	}

}
