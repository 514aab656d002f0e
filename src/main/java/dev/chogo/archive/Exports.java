package dev.chogo.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import dev.chogo.accounts.AccountId;
import org.springframework.stereotype.Component;

/**
 * Archives of one author's writing, each made as a whole before it is sent: whoever reads
 * slowly must not hold the store at one moment.
 */
@Component
class Exports {

	/** Each takes a connection as long as it is made, and saves need some too. */
	private final Semaphore places = new Semaphore(2);

	/** Whose are made or sent: one for each author, because they take disk. */
	private final Set<AccountId> underWay = ConcurrentHashMap.newKeySet();

	private final Backups backups;

	Exports(Backups backups) {
		this.backups = backups;
	}

	/**
	 * Makes one; to close it is to be done with it.
	 * @throws ExportUnderWay where the author's last one is not done
	 */
	InputStream of(AccountId author) throws IOException {
		if (!this.underWay.add(author)) {
			throw new ExportUnderWay();
		}
		try {
			return new Export(author, made(author));
		}
		catch (IOException | RuntimeException ex) {
			this.underWay.remove(author);
			throw ex;
		}
	}

	private FileChannel made(AccountId author) throws IOException {
		// Systems other than Windows let go of its name at once, so that not even a kill
		// leaves it.
		FileChannel file = FileChannel.open(Files.createTempFile("chogo-export-", ".zip"), StandardOpenOption.READ,
				StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
		this.places.acquireUninterruptibly();
		try {
			this.backups.write(Channels.newOutputStream(file), author);
			return file.position(0);
		}
		catch (IOException | RuntimeException ex) {
			file.close();
			throw ex;
		}
		finally {
			this.places.release();
		}
	}

	/** One that was made. */
	private final class Export extends FilterInputStream {

		private final AccountId author;

		Export(AccountId author, FileChannel file) {
			super(Channels.newInputStream(file));
			this.author = author;
		}

		@Override
		public void close() throws IOException {
			Exports.this.underWay.remove(this.author);
			super.close();
		}

	}

}
