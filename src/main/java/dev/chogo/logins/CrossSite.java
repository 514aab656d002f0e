package dev.chogo.logins;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 403: another site made a browser send this. */
class CrossSite extends ErrorResponseException {

	CrossSite() {
		super(HttpStatus.FORBIDDEN);
		setType(URI.create("/problems/cross-site"));
		setTitle("Cross-site request");
		setDetail("Another site asked the browser to send this, and it was not carried out.");
	}

}
