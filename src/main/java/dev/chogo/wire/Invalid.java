package dev.chogo.wire;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * 422: well-formed, but against a rule; every fault is pointed at (RFC 9110, section
 * 15.5.21).
 */
public class Invalid extends ErrorResponseException {

	public Invalid(List<Fault> faults) {
		super(HttpStatus.UNPROCESSABLE_CONTENT);
		setType(URI.create("/problems/invalid"));
		setTitle("Invalid request");
		setDetail("What was sent is against a rule; 'errors' says where and which.");
		getBody().setProperty("errors", List.copyOf(faults));
	}

	public Invalid(Fault... faults) {
		this(List.of(faults));
	}

}
