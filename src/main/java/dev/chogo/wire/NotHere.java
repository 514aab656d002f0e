package dev.chogo.wire;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * 404: nothing is here, or nothing that this author may see. The two are told in the same
 * words, so that nobody learns from a refusal what others have.
 */
public class NotHere extends ErrorResponseException {

	public NotHere() {
		super(HttpStatus.NOT_FOUND);
		setType(URI.create("/problems/not-here"));
		setTitle("Not here");
		setDetail("There is nothing at this address.");
	}

}
