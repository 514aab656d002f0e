package dev.chogo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service over a real connection, and keeps answers as they came. */
public class Http {

	private static final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final JsonMapper json = new JsonMapper();

	private final String base;

	private final String[] fields;

	/**
	 * @param fields name and value in turn, sent with every request
	 */
	public Http(int port, String... fields) {
		this("http://127.0.0.1:" + port, fields);
	}

	private Http(String base, String... fields) {
		this.base = base;
		this.fields = fields;
	}

	/** The same with more fields. */
	public Http with(String... more) {
		String[] all = java.util.Arrays.copyOf(this.fields, this.fields.length + more.length);
		System.arraycopy(more, 0, all, this.fields.length, more.length);
		return new Http(this.base, all);
	}

	public Answer get(String path) {
		return sendBytes("GET", path, null, null);
	}

	public Answer delete(String path) {
		return sendBytes("DELETE", path, null, null);
	}

	public Answer post(String path, String body) {
		return send("POST", path, "application/json", body);
	}

	public Answer post(String path) {
		return sendBytes("POST", path, null, null);
	}

	public Answer put(String path, String body) {
		return send("PUT", path, "application/json", body);
	}

	public Answer patch(String path, String body) {
		return send("PATCH", path, "application/merge-patch+json", body);
	}

	/** Sends any request; a type or body that is null is left out. */
	public Answer send(String method, String path, String type, String body) {
		return sendBytes(method, path, type, (body != null) ? body.getBytes(StandardCharsets.UTF_8) : null);
	}

	public Answer sendBytes(String method, String path, String type, byte[] body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, (body != null) ? BodyPublishers.ofByteArray(body) : BodyPublishers.noBody());
		if (type != null) {
			request.header("Content-Type", type);
		}
		if (this.fields.length > 0) {
			request.headers(this.fields);
		}
		try {
			return new Answer(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What came back. */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String body() {
			return this.response.body();
		}

		/** The first value of a field, or null. */
		public String field(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		/** The body, or a part of it by JSON pointer. */
		public JsonNode json(String pointer) {
			return json.readTree(body()).at(pointer);
		}

		@Override
		public String toString() {
			return "%d %s %s".formatted(status(), this.response.headers().map(), body());
		}

	}

}
