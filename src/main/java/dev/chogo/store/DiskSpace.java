package dev.chogo.store;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.util.unit.DataSize;

/**
 * Whether the disk takes more: what is new is refused before the last space is used up,
 * and what is under way waits until there is some.
 */
class DiskSpace {

	private static final Log log = LogFactory.getLog(DiskSpace.class);

	/** For what is under way, for H2's own housekeeping and for a stop in order. */
	private static final DataSize RESERVE = DataSize.ofMegabytes(32);

	/** What a start writes, and more. */
	private static final DataSize START = DataSize.ofMegabytes(4);

	private static final Duration PAUSE = Duration.ofMillis(100);

	/** Static because H2 makes the files, and a process has one database. */
	private static final AtomicInteger waiting = new AtomicInteger();

	private final File folder;

	private volatile boolean reserved;

	DiskSpace(Path folder) {
		this.folder = folder.toFile();
	}

	/** Whether a start could write what it must. */
	boolean allowsStart() {
		return has(START);
	}

	/** Keeps the reserve, or lets a start or stop use it. */
	void reserve(boolean reserved) {
		this.reserved = reserved;
	}

	/** Whether nothing new should be begun. */
	boolean isShort() {
		return this.reserved && (waiting.get() > 0 || !has(RESERVE));
	}

	private boolean has(DataSize space) {
		// A file system that does not know how large it is does not know what is free
		// either.
		return this.folder.getUsableSpace() >= space.toBytes() || this.folder.getTotalSpace() == 0;
	}

	/** A write, which may fail. */
	interface Write {

		int write() throws IOException;

	}

	/** Writes, and waits for as long as the disk does not take it. */
	static int write(Write write) throws IOException {
		try {
			return write.write();
		}
		catch (ClosedChannelException ex) {
			throw ex;
		}
		catch (IOException ex) {
			waiting.incrementAndGet();
			try {
				log.error("The disk does not take what is written (%s); waiting until it does"
					.formatted(ex.getMessage()));
				return writeLater(write);
			}
			finally {
				waiting.decrementAndGet();
			}
		}
	}

	private static int writeLater(Write write) throws IOException {
		while (true) {
			try {
				Thread.sleep(PAUSE.toMillis());
				int written = write.write();
				log.warn("The disk takes again what is written");
				return written;
			}
			catch (ClosedChannelException ex) {
				throw ex;
			}
			catch (IOException ex) {
				log.trace("The disk still does not take what is written", ex);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new InterruptedIOException();
			}
		}
	}

}
