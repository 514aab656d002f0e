package dev.chogo.writing;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 410: its author deleted it, and can still have it back. */
public class Gone extends ErrorResponseException {

	public Gone() {
		super(HttpStatus.GONE);
		setType(URI.create("/problems/deleted"));
		setTitle("Deleted");
		setDetail("This was deleted.");
	}

}
