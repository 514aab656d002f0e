package dev.chogo.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code restore FILE}: brings an archive back into an empty store. */
record RestoreCommand(Path file) implements Command {

	private static final String CLOSED = "%s is private now: the password of its readers is not in the archive.";

	private static final String NO_PASSWORDS = "Nobody can sign in yet: give each author a new password, by java -jar chogo.jar password HANDLE.";

	@Override
	public String run(Opener opener) throws IOException {
		if (!Files.isRegularFile(this.file)) {
			throw new Refused("There is no file %s.".formatted(this.file));
		}
		try (ArchiveReader archive = new ArchiveReader(this.file)) {
			// Before there is a store, so that nothing is left of what is refused.
			Counts counts = archive.verify();
			boolean withPasswords = archive.manifest().withPasswords();
			return opener.openOrMake((store) -> {
				List<String> said = new ArrayList<>();
				store.getBean(Restore.class).from(archive).forEach((text) -> said.add(CLOSED.formatted(text)));
				Report report = store.getBean(Check.class).run();
				if (!report.fits()) {
					throw new Refused(report.text());
				}
				said.add("Restored %s; all fits together.".formatted(counts));
				if (!withPasswords) {
					said.add(NO_PASSWORDS);
				}
				return String.join("\n", said);
			});
		}
	}

}
