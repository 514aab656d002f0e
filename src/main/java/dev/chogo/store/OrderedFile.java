package dev.chogo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file whose header goes to the disk only after what the header points to, and whose
 * writes never fail, but wait. H2 writes header and chunks and leaves the order to the
 * operating system; after a power cut a header that came first makes it take an older
 * state for the newest, though that was synced. And a database whose write failed for
 * want of space, when it was opened again and again on the full disk, had lost
 * everything. Public because H2 makes more of them.
 */
public class OrderedFile extends FilePathWrapper {

	static final String SCHEME = "ordered";

	/** Lets H2 know files of this kind, by the name {@code ordered:/path}. */
	static void register() {
		FilePath.register(new OrderedFile());
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileChannel open(String mode) throws IOException {
		return new Channel(super.open(mode));
	}

	/** Forces what was written before the header is. */
	private static final class Channel extends FileBaseDefault {

		private final FileChannel file;

		/** Whether something was written that may not be on the disk yet. */
		private boolean unforced;

		Channel(FileChannel file) {
			this.file = file;
		}

		@Override
		public synchronized int write(ByteBuffer bytes, long position) throws IOException {
			if (position == 0 && this.unforced) {
				force(false);
			}
			this.unforced = true;
			return DiskSpace.write(() -> this.file.write(bytes, position));
		}

		@Override
		public synchronized void force(boolean metaData) throws IOException {
			this.file.force(metaData);
			this.unforced = false;
		}

		@Override
		protected synchronized void implTruncate(long size) throws IOException {
			if (this.unforced) {
				force(false);
			}
			this.file.truncate(size);
			this.unforced = true;
		}

		// Not synchronized as above: a read at a position need not wait for a force.
		@Override
		@SuppressWarnings("UnsynchronizedOverridesSynchronized")
		public int read(ByteBuffer bytes, long position) throws IOException {
			return this.file.read(bytes, position);
		}

		@Override
		public long size() throws IOException {
			return this.file.size();
		}

		@Override
		public FileLock tryLock(long position, long size, boolean shared) throws IOException {
			return this.file.tryLock(position, size, shared);
		}

		@Override
		protected void implCloseChannel() throws IOException {
			this.file.close();
		}

	}

}
