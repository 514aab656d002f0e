package dev.chogo.wire;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 415: the content was sent compressed (RFC 9110, section 15.5.16). */
class UnsupportedCoding extends ErrorResponseException {

	UnsupportedCoding(String coding) {
		super(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
		setType(URI.create("/problems/unsupported-coding"));
		setTitle("Unsupported content coding");
		setDetail("Send the content as it is, not coded as '%s'.".formatted(coding));
		getHeaders().set(HttpHeaders.ACCEPT_ENCODING, "identity");
	}

}
