package dev.chogo;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody with an account, and an {@link Http} that is signed in by token.
 *
 * @param handle unlike any other author's in these tests
 */
public record Author(String handle, String password, Http http) {

	private static final AtomicInteger number = new AtomicInteger();

	/** Signs somebody new up and in. */
	public static Author signedUp(int port) {
		String handle = "author-" + number.incrementAndGet();
		String password = "a long enough password";
		String credentials = "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(handle, password);
		Http nobody = new Http(port);
		Http.Answer signUp = nobody.post("/api/accounts", credentials);
		if (signUp.status() != 201) {
			throw new IllegalStateException(signUp.toString());
		}
		String token = nobody.post("/api/tokens", credentials).json("/accessToken").stringValue();
		return new Author(handle, password, nobody.with("Authorization", "Bearer " + token));
	}

}
