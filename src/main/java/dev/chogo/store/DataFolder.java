package dev.chogo.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import org.springframework.core.env.Environment;

/**
 * The folder in which everything is kept, held by one process at a time: two on one
 * database file would each believe to be alone.
 */
public class DataFolder implements AutoCloseable {

	private static final String DATABASE = "chogo.mv.db";

	private final Path path;

	private final FileChannel lock;

	private final DiskSpace space;

	/**
	 * Makes the folder, where it isn't there, and takes it.
	 * @throws StartRefused where another process has it, or the disk is full
	 */
	DataFolder(Path path) {
		this.path = path;
		this.space = new DiskSpace(path);
		try {
			make(path);
			if (!this.space.allowsStart()) {
				throw new StartRefused(
						"There is no space left for the data folder %s".formatted(path.toAbsolutePath()));
			}
			this.lock = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			if (this.lock.tryLock() == null) {
				throw new DataFolderInUse(path);
			}
		}
		catch (OverlappingFileLockException ex) {
			throw new DataFolderInUse(path);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The data folder %s cannot be used".formatted(path.toAbsolutePath()), ex);
		}
	}

	/** Makes a folder that its owner alone may enter, unless it is there. */
	static void make(Path folder) throws IOException {
		Path parent = folder.toAbsolutePath().getParent();
		if (Files.notExists(folder) && parent != null) {
			Files.createDirectories(parent);
			Files.createDirectory(folder, ownersAlone(folder, "rwx------"));
		}
	}

	/**
	 * Where the folder is; empty where another database is named, so that there is none.
	 */
	public static Optional<Path> in(Environment environment) {
		return OwnDatabaseConfiguration.isUsed(environment) ? Optional.of(StoreSettings.in(environment).data())
				: Optional.empty();
	}

	/** Whether there is a database in a folder. */
	public static boolean isFilled(Path folder) {
		return Files.exists(folder.resolve(DATABASE));
	}

	/** A file in it that its owner alone may read. */
	public Path file(String name) {
		Path file = this.path.resolve(name);
		makeOwnersAlone(file);
		return file;
	}

	/** The database's address: what each setting is for stands in docs/why.md. */
	String url() {
		OrderedFile.register();
		makeOwnersAlone(this.path.resolve(DATABASE));
		return "jdbc:h2:file:ordered:%s;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=5000;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=16777216"
			.formatted(this.path.toAbsolutePath().resolve("chogo"));
	}

	/** The database's password, made on the first start. */
	String password() {
		Path file = this.path.resolve("database-password");
		try {
			makeOwnersAlone(file);
			if (Files.size(file) == 0) {
				// Synced: no one opens a database whose password a power cut has taken.
				Files.writeString(file, random(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database's password cannot be kept in %s".formatted(file), ex);
		}
	}

	/** How much more fits on its disk. */
	DiskSpace space() {
		return this.space;
	}

	/** Makes an empty file that its owner alone may read, unless it is there. */
	private void makeOwnersAlone(Path file) {
		try {
			Files.createFile(file, ownersAlone(file, "rw-------"));
		}
		catch (FileAlreadyExistsException ex) {
			// An earlier start has made it.
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be made".formatted(file), ex);
		}
	}

	private static FileAttribute<?>[] ownersAlone(Path path, String permissions) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private static String random() {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	@Override
	public void close() throws IOException {
		this.lock.close();
	}

}
