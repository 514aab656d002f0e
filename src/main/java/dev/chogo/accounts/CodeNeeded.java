package dev.chogo.accounts;

import java.net.URI;
import java.util.List;

import dev.chogo.wire.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * 403: the very first sign-up comes from another machine, without the code printed at
 * start.
 */
class CodeNeeded extends ErrorResponseException {

	CodeNeeded() {
		super(HttpStatus.FORBIDDEN);
		setType(URI.create("/problems/code-needed"));
		setTitle("Code needed");
		setDetail("From another machine the first sign-up needs the code that the service printed when it started.");
		getBody().setProperty("errors", List.of(Fault.at("/code", "must be the code that was printed at start")));
	}

}
