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

/**
 * The folder in which everything is kept, held by one process at a time: two on one
 * database file would each believe to be alone.
 */
class DataFolder implements AutoCloseable {

	private final Path path;

	private final FileChannel lock;

	/**
	 * Makes the folder, where it isn't there, and takes it.
	 * @throws DataFolderInUse where another process has it
	 */
	DataFolder(Path path) {
		this.path = path;
		try {
			makeIfAbsent();
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

	private void makeIfAbsent() throws IOException {
		Path parent = this.path.toAbsolutePath().getParent();
		if (Files.notExists(this.path) && parent != null) {
			Files.createDirectories(parent);
			Files.createDirectory(this.path, ownersAlone("rwx------"));
		}
	}

	/** The database's address: what each setting is for stands in docs/why.md. */
	String url() {
		OrderedFile.register();
		makeOwnersAlone(this.path.resolve("chogo.mv.db"));
		return "jdbc:h2:file:ordered:%s;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;RETENTION_TIME=5000;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=16777216"
			.formatted(this.path.toAbsolutePath().resolve("chogo"));
	}

	/** The database's password, made on the first start. */
	String password() {
		Path file = this.path.resolve("database-password");
		try {
			if (makeOwnersAlone(file)) {
				Files.writeString(file, random());
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The database's password cannot be kept in %s".formatted(file), ex);
		}
	}

	/** Makes an empty file that its owner alone may read, unless it is there. */
	private boolean makeOwnersAlone(Path file) {
		try {
			Files.createFile(file, ownersAlone("rw-------"));
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be made".formatted(file), ex);
		}
	}

	private FileAttribute<?>[] ownersAlone(String permissions) {
		return this.path.getFileSystem().supportedFileAttributeViews().contains("posix")
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
