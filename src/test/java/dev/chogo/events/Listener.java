package dev.chogo.events;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Follows a stream of events, and keeps its lines as they came. */
class Listener implements AutoCloseable {

	private static final String END = "(end)";

	private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

	private final HttpResponse<InputStream> answer;

	Listener(int port, String... fields) throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/events".formatted(port)))
			.headers(fields)
			.build();
		this.answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
		Thread reader = new Thread(this::read);
		reader.setDaemon(true);
		reader.start();
	}

	private void read() {
		try (Scanner scanner = new Scanner(this.answer.body(), StandardCharsets.UTF_8)) {
			while (scanner.hasNextLine()) {
				this.lines.add(scanner.nextLine());
			}
		}
		this.lines.add(END);
	}

	int status() {
		return this.answer.statusCode();
	}

	String field(String name) {
		return this.answer.headers().firstValue(name).orElse(null);
	}

	/** The next event: its name and its data. */
	String next() throws InterruptedException {
		String name = "";
		for (String line = line(); !line.equals(END); line = line()) {
			if (line.startsWith("event:")) {
				name = line.substring(6).strip();
			}
			if (line.startsWith("data:")) {
				return name + " " + line.substring(5).strip();
			}
		}
		return END;
	}

	/** The number of the next event. */
	String nextId() throws InterruptedException {
		for (String line = line(); !line.equals(END); line = line()) {
			if (line.startsWith("id:")) {
				return line.substring(3).strip();
			}
		}
		return END;
	}

	private String line() throws InterruptedException {
		String line = this.lines.poll(30, TimeUnit.SECONDS);
		return (line != null) ? line : "(nothing for 30 s)";
	}

	boolean ends() throws InterruptedException {
		for (String line = line(); !line.startsWith("("); line = line()) {
			if (line.startsWith("data:")) {
				return false;
			}
		}
		return true;
	}

	@Override
	public void close() throws IOException {
		this.answer.body().close();
	}

}
