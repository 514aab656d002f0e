package dev.chogo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * Brings commits to the disk, many with one sync. H2 answers a commit before it has
 * called fsync; {@code CHECKPOINT SYNC} does call it, and serves every commit made before
 * it began. It runs in a thread of its own, since on a full disk it takes as long as the
 * disk is full, and who waits for it should be told.
 */
class GroupSync implements Durability {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final DataSource database;

	private final Executor executor = new ThreadPoolExecutor(0, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(),
			GroupSync::thread);

	/** The sync that has not begun yet, as long as somebody waits for one. */
	private @Nullable CompletableFuture<Void> next;

	GroupSync(DataSource database) {
		this.database = database;
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "group-sync");
		thread.setDaemon(true);
		return thread;
	}

	/**
	 * Waits until all that this thread has committed is on the disk.
	 * @throws NotDurable where it could not be brought there, or not within ten seconds
	 */
	@Override
	public void await() {
		try {
			next().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (ExecutionException | TimeoutException ex) {
			throw new NotDurable(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new NotDurable(ex);
		}
	}

	private synchronized CompletableFuture<Void> next() {
		if (this.next == null) {
			this.next = CompletableFuture.runAsync(this::sync, this.executor);
		}
		return this.next;
	}

	private synchronized void begin() {
		this.next = null;
	}

	private void sync() {
		begin();
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CHECKPOINT SYNC");
		}
		catch (SQLException ex) {
			throw new NotDurable(ex);
		}
	}

}
