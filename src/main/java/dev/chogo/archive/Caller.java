package dev.chogo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.NoSuchElementException;

import dev.chogo.store.DataFolderInUse;

/** Asks the service that has the data folder, at its {@link Hatch}. */
final class Caller {

	private final Path folder;

	Caller(DataFolderInUse running) {
		this.folder = running.folder();
	}

	/**
	 * Copies an answer.
	 * @throws Refused where none comes, or not the whole
	 */
	void copy(String what, OutputStream out) {
		try (InputStream answer = ask(what)) {
			answer.transferTo(out);
		}
		catch (IOException ex) {
			throw new Refused(
					"What the service said could not be copied (%s). Its log may say more.".formatted(ex.getMessage()),
					ex);
		}
	}

	private InputStream ask(String what) {
		try {
			HatchKey key = HatchKey.of(this.folder);
			HttpRequest request = HttpRequest.newBuilder(key.address(what)).header(HatchKey.FIELD, key.field()).build();
			HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
			if (answer.statusCode() == 200) {
				return answer.body();
			}
			throw new IOException("Answered " + answer.statusCode());
		}
		catch (IOException | NoSuchElementException ex) {
			throw new Refused("Another process is using %s, and does not answer.".formatted(this.folder), ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
