package dev.chogo.store;

import java.nio.file.Path;

/** Another process has the data folder. */
public class DataFolderInUse extends StartRefused {

	private final Path folder;

	DataFolderInUse(Path folder) {
		super("Another process is using the data folder %s".formatted(folder.toAbsolutePath().normalize()));
		this.folder = folder;
	}

	public Path folder() {
		return this.folder;
	}

}
