package dev.chogo.store;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** 507: there is no space on the disk for more, so nothing of it was stored. */
class DiskFull extends ErrorResponseException {

	DiskFull() {
		super(HttpStatus.INSUFFICIENT_STORAGE, ProblemDetail.forStatus(HttpStatus.INSUFFICIENT_STORAGE), null);
		setType(URI.create("/problems/disk-full"));
		setTitle("Disk full");
		setDetail("There is no space left for more. Keep the text and send it again.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "10");
	}

}
