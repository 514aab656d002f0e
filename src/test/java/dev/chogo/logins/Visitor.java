package dev.chogo.logins;

import java.util.concurrent.atomic.AtomicInteger;

import dev.chogo.Http;
import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Somebody at the doors of a {@link DoorsTest}, with an account and a network address of
 * their own.
 *
 * @param http from that address, signed in to nothing
 */
public record Visitor(String handle, String password, Http http) {

	private static final AtomicInteger number = new AtomicInteger();

	/** Signs somebody new up, as if there had been nobody before. */
	public static Visitor signedUp(int port, JdbcTemplate database) {
		database.update("update first_sign_up set taken = false");
		Visitor visitor = new Visitor("visitor-" + number.incrementAndGet(), "a long enough password",
				new Http(port, "X-Forwarded-For", address()));
		Http.Answer signUp = new Http(port).post("/api/accounts", visitor.credentials());
		if (signUp.status() != 201) {
			throw new IllegalStateException(signUp.toString());
		}
		return visitor;
	}

	/** A network address that nobody had before (RFC 2544's, so nobody has it at all). */
	public static String address() {
		int next = number.incrementAndGet();
		return "198.18.%d.%d".formatted(next / 256, next % 256);
	}

	public String credentials() {
		return "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.handle, this.password);
	}

	/** Signs in, and gives what a browser would send of it: {@code name=value}. */
	String cookie() {
		return cookie(this.http.post("/api/session", credentials()));
	}

	/** What a browser would send of the cookie in an answer. */
	static String cookie(Http.Answer answer) {
		return answer.field("Set-Cookie").split(";", 2)[0];
	}

	/** Signs in by cookie. */
	public Http browser() {
		return this.http.with("Cookie", cookie());
	}

	/** Signs in by tokens. */
	JsonNode tokens() {
		return this.http.post("/api/tokens", credentials()).json("");
	}

	/** With an access token. */
	Http by(String accessToken) {
		return this.http.with("Authorization", "Bearer " + accessToken);
	}

	/** Signs in by tokens. */
	public Http program() {
		return by(tokens().at("/accessToken").stringValue());
	}

}
