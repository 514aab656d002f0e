package dev.chogo.search;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 503: the index cannot be asked now; all texts are there. */
class NotSearchable extends ErrorResponseException {

	NotSearchable(Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE), cause);
		setType(URI.create("/problems/unavailable"));
		setTitle("Not available");
		setDetail("The search index is being made anew. All texts are there: lists find words in them by ?q=.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "30");
	}

}
