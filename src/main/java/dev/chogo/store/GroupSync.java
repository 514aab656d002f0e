package dev.chogo.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/**
 * Brings commits to the disk, many with one sync. H2 answers a commit before it has
 * called fsync; {@code CHECKPOINT SYNC} does call it, and serves every commit made before
 * it began.
 */
class GroupSync implements Durability {

	private final DataSource database;

	private final ReentrantLock syncing = new ReentrantLock();

	/** Tickets given, one for each commit that waits. */
	private final AtomicLong given = new AtomicLong();

	/** The highest ticket whose commit is on the disk. */
	private long served;

	GroupSync(DataSource database) {
		this.database = database;
	}

	/**
	 * Waits until all that this thread has committed is on the disk.
	 * @throws NotDurable where it could not be brought there
	 */
	@Override
	public void await() {
		long ticket = this.given.incrementAndGet();
		this.syncing.lock();
		try {
			if (this.served < ticket) {
				long upTo = this.given.get();
				sync();
				this.served = upTo;
			}
		}
		finally {
			this.syncing.unlock();
		}
	}

	private void sync() {
		try (Connection connection = this.database.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("CHECKPOINT SYNC");
		}
		catch (SQLException ex) {
			throw new NotDurable(ex);
		}
	}

}
