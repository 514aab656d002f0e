package dev.chogo.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.chogo.store.DataFolder;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Where a command asks the service that has the data folder for what only that can read:
 * on a port of the loopback address. The port stands in the folder with a secret beside
 * it, so whoever may read the folder may ask, and nobody else.
 */
@Component
@ConditionalOnBean(DataFolder.class)
class Hatch implements SmartLifecycle {

	static final String BACKUP = "backup";

	static final String BACKUP_WITH_PASSWORDS = "backup-with-passwords";

	static final String CHECK = "check";

	private static final Log log = LogFactory.getLog(Hatch.class);

	private final DataFolder folder;

	private final Backups backups;

	private final Check check;

	private @Nullable HttpServer server;

	Hatch(DataFolder folder, Backups backups, Check check) {
		this.folder = folder;
		this.backups = backups;
		this.check = check;
	}

	@Override
	public void start() {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			HatchKey key = HatchKey.made(server.getAddress().getPort());
			offer(BACKUP, server, key, (exchange) -> this.backups.write(exchange.getResponseBody(), false));
			offer(BACKUP_WITH_PASSWORDS, server, key,
					(exchange) -> this.backups.write(exchange.getResponseBody(), true));
			offer(CHECK, server, key,
					(exchange) -> exchange.getResponseBody().write(Notation.JSON.writeValueAsBytes(this.check.run())));
			server.start();
			key.write(this.folder.file(HatchKey.FILE));
			this.server = server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void offer(String path, HttpServer server, HatchKey key, HttpHandler handler) {
		server.createContext("/" + path, (exchange) -> answer(exchange, key, handler));
	}

	private static void answer(HttpExchange exchange, HatchKey key, HttpHandler handler) throws IOException {
		if (!key.opens(exchange.getRequestHeaders().getFirst(HatchKey.FIELD))) {
			exchange.sendResponseHeaders(403, -1);
			exchange.close();
			return;
		}
		try {
			exchange.sendResponseHeaders(200, 0);
			handler.handle(exchange);
			exchange.close();
		}
		catch (IOException | RuntimeException ex) {
			// Not closed in order: whoever asked must see that this is not the whole.
			log.error("Could not answer " + exchange.getRequestURI(), ex);
			throw ex;
		}
	}

	@Override
	public void stop() {
		if (this.server != null) {
			this.server.stop(0);
			this.server = null;
		}
		try {
			Files.delete(this.folder.file(HatchKey.FILE));
		}
		catch (IOException ex) {
			log.warn("The hatch's key could not be deleted", ex);
		}
	}

	@Override
	public boolean isRunning() {
		return this.server != null;
	}

}
