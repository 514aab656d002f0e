package dev.chogo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What reaches the file below, in which order. */
@Tag("unit")
class OrderedFileTests {

	private static final List<String> seen = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	@Test
	void theHeaderIsWrittenOnlyAfterAForce() throws Exception {
		OrderedFile.register();
		FilePath.register(new Recorded());
		String url = "jdbc:h2:file:ordered:recorded:%s;RETENTION_TIME=5000".formatted(this.folder.resolve("test"));
		try (Connection connection = DriverManager.getConnection(url, "sa", "secret");
				Statement statement = connection.createStatement()) {
			statement.execute("create table text (id int primary key, content varchar(5000))");
			for (int n = 0; n < 200; n++) {
				statement.execute("insert into text values (%d, '%s')".formatted(n, "글".repeat(n)));
				statement.execute("CHECKPOINT SYNC");
			}
		}
		assertThat(seen).filteredOn("header"::equals).hasSizeGreaterThan(5);
		for (int at = 1; at < seen.size(); at++) {
			if (seen.get(at).equals("header")) {
				assertThat(seen.get(at - 1)).as("before write %d", at).isEqualTo("force");
			}
		}
		try (Connection connection = DriverManager.getConnection(url, "sa", "secret");
				Statement statement = connection.createStatement();
				var results = statement.executeQuery("select count(*) from text")) {
			results.next();
			assertThat(results.getInt(1)).isEqualTo(200);
		}
	}

	/** Notes each write and force, and lets it pass. */
	public static final class Recorded extends FilePathWrapper {

		@Override
		public String getScheme() {
			return "recorded";
		}

		@Override
		public FileChannel open(String mode) throws IOException {
			FileChannel file = super.open(mode);
			return new FileBaseDefault() {

				@Override
				public synchronized int write(ByteBuffer bytes, long position) throws IOException {
					seen.add((position == 0) ? "header" : "chunk");
					return file.write(bytes, position);
				}

				@Override
				public void force(boolean metaData) throws IOException {
					seen.add("force");
					file.force(metaData);
				}

				@Override
				protected void implTruncate(long size) throws IOException {
					seen.add("truncate");
					file.truncate(size);
				}

				@Override
				public synchronized int read(ByteBuffer bytes, long position) throws IOException {
					return file.read(bytes, position);
				}

				@Override
				public long size() throws IOException {
					return file.size();
				}

				@Override
				public FileLock tryLock(long position, long size, boolean shared) throws IOException {
					return file.tryLock(position, size, shared);
				}

				@Override
				protected void implCloseChannel() throws IOException {
					file.close();
				}

			};
		}

	}

}
