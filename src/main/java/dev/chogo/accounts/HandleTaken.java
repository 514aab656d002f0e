package dev.chogo.accounts;

import java.net.URI;
import java.util.List;

import dev.chogo.wire.Fault;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 409: somebody else has this handle. */
class HandleTaken extends ErrorResponseException {

	HandleTaken() {
		super(HttpStatus.CONFLICT);
		setType(URI.create("/problems/handle-taken"));
		setTitle("Handle taken");
		getBody().setProperty("errors", List.of(Fault.at("/handle", "is taken")));
		setDetail("Somebody else has this handle.");
	}

}
