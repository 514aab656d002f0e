package dev.chogo;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody with an account, and an {@link Http} that is signed in by token.
 *
 * @param handle unlike any other author's in these tests
 */
public record Author(String handle, String password, Http nobody, Http http) {

	private static final AtomicInteger number = new AtomicInteger();

	/** Signs somebody new up and in. */
	public static Author signedUp(int port) {
		Author author = new Author("author-" + number.incrementAndGet(), "a long enough password", new Http(port),
				new Http(port));
		Http.Answer signUp = author.nobody.post("/api/accounts", author.credentials());
		if (signUp.status() != 201) {
			throw new IllegalStateException(signUp.toString());
		}
		return author.again();
	}

	/** Signs in anew. */
	public Author again() {
		return new Author(this.handle, this.password, this.nobody,
				this.nobody.with("Authorization", "Bearer " + newToken()));
	}

	/** A new token, for who sends bytes rather than requests. */
	public String newToken() {
		return this.nobody.post("/api/tokens", credentials()).json("/accessToken").stringValue();
	}

	private String credentials() {
		return "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.handle, this.password);
	}

}
