package dev.chogo.archive;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 409: this author's last export is still made or sent. */
class ExportUnderWay extends ErrorResponseException {

	ExportUnderWay() {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/export-under-way"));
		setTitle("Export under way");
		setDetail("The last export is still being made or sent.");
		getHeaders().set(HttpHeaders.RETRY_AFTER, "5");
	}

}
