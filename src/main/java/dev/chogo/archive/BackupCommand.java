package dev.chogo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import dev.chogo.store.DataFolderInUse;

/**
 * {@code backup FILE}: writes all there is, reads it back, and only then gives it its
 * name.
 */
record BackupCommand(Path file, boolean withPasswords) implements Command {

	@Override
	public String run(Opener opener) throws IOException {
		if (Files.exists(this.file)) {
			throw new Refused("%s is there already.".formatted(this.file));
		}
		Path part = part();
		try {
			write(opener, part);
			Counts counts = read(part);
			Files.move(part, this.file);
			return "Wrote %s: %s, %d bytes, read back whole.".formatted(this.file, counts, Files.size(this.file));
		}
		finally {
			Files.deleteIfExists(part);
		}
	}

	/** Beside the file, and its owner's alone. */
	private Path part() throws IOException {
		Path folder = this.file.toAbsolutePath().getParent();
		try {
			return Files.createTempFile(folder, this.file.getFileName() + ".", ".part");
		}
		catch (NoSuchFileException ex) {
			throw new Refused("There is no folder %s.".formatted(folder), ex);
		}
	}

	private void write(Opener opener, Path part) throws IOException {
		try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
				OutputStream out = Channels.newOutputStream(channel)) {
			write(opener, out);
			channel.force(true);
		}
	}

	private void write(Opener opener, OutputStream out) throws IOException {
		try {
			opener.open((store) -> {
				store.getBean(Backups.class).write(out, this.withPasswords);
				return out;
			});
		}
		catch (DataFolderInUse running) {
			new Caller(running).copy(this.withPasswords ? Hatch.BACKUP_WITH_PASSWORDS : Hatch.BACKUP, out);
		}
	}

	private static Counts read(Path part) throws IOException {
		try (ArchiveReader archive = new ArchiveReader(part)) {
			return archive.verify();
		}
	}

}
