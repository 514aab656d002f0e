package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Talks to one run of the service, as nobody or as an author. */
final class Http {

	private static final String PASSWORD = "a long enough password";

	private final HttpClient client;

	private final String base;

	private final String handle;

	private volatile String token;

	Http(int port) {
		this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), "http://127.0.0.1:" + port, null,
				null);
	}

	private Http(HttpClient client, String base, String handle, String token) {
		this.client = client;
		this.base = base;
		this.handle = handle;
		this.token = token;
	}

	void signUp(String handle) throws IOException {
		send("POST", "/api/accounts", credentials(handle)).expect(201);
	}

	/** The same, signed in. */
	Http signedIn(String handle) throws IOException {
		return with(handle, tokens(handle));
	}

	/** Gets a new token for the same author. */
	void signInAnew() throws IOException {
		this.token = new Http(this.client, this.base, null, null).signedIn(this.handle).token;
	}

	/**
	 * The same, signed in and out again, so that its token is one of a login that is
	 * over.
	 */
	Http signedOut(String handle) throws IOException {
		Answer tokens = tokens(handle);
		String refreshToken = tokens.find("(\"refreshToken\":\"[^\"]+\")");
		send("POST", "/api/tokens/revocation", "{%s}".formatted(refreshToken)).expect(200);
		return with(handle, tokens);
	}

	private Answer tokens(String handle) throws IOException {
		return send("POST", "/api/tokens", credentials(handle)).expect(200);
	}

	private Http with(String handle, Answer tokens) {
		return new Http(this.client, this.base, handle, tokens.find("\"accessToken\":\"([^\"]+)\""));
	}

	private static String credentials(String handle) {
		return "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(handle, PASSWORD);
	}

	Answer get(String path) throws IOException {
		return send("GET", path, null);
	}

	/**
	 * Sends a request and waits at most half a minute for its answer.
	 * @param fields names and values in turn
	 * @throws IOException where none came, so that nobody knows what became of it
	 */
	Answer send(String method, String path, String body, String... fields) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.timeout(Duration.ofSeconds(30))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (body != null) {
			request.header("Content-Type",
					method.equals("PATCH") ? "application/merge-patch+json" : "application/json");
		}
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		if (fields.length > 0) {
			request.headers(fields);
		}
		try {
			HttpResponse<String> response = this.client.send(request.build(),
					BodyHandlers.ofString(StandardCharsets.UTF_8));
			return new Answer(response);
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	/** What came back. */
	record Answer(HttpResponse<String> response) {

		int status() {
			return this.response.statusCode();
		}

		String body() {
			return this.response.body();
		}

		String field(String name) {
			return this.response.headers().firstValue(name).orElse("");
		}

		long version() {
			return Long.parseLong(field("Chogo-Version"));
		}

		Answer expect(int status) throws IOException {
			if (status() != status) {
				throw new IOException("%d expected of %s: %s".formatted(status, this.response.request(), this));
			}
			return this;
		}

		/** The first group; enough of JSON for texts without anything to escape. */
		String find(String pattern) {
			Matcher matcher = Pattern.compile(pattern).matcher(body());
			if (!matcher.find()) {
				throw new IllegalStateException("No %s in %s".formatted(pattern, this));
			}
			return matcher.group(1);
		}

		@Override
		public String toString() {
			String body = (body().length() > 400) ? body().substring(0, 400) + "…" : body();
			return "%d %s %s".formatted(status(), this.response.headers().map(), body);
		}

	}

}
