package dev.chogo.accounts;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** 403: no more accounts can be created here. */
class SignUpClosed extends ErrorResponseException {

	SignUpClosed() {
		super(HttpStatus.FORBIDDEN);
		setType(URI.create("/problems/sign-up-closed"));
		setTitle("Sign-up closed");
		setDetail("No more accounts can be created here.");
	}

}
