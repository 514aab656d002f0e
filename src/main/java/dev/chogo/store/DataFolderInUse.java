package dev.chogo.store;

import java.nio.file.Path;

/** Another process has the data folder. */
class DataFolderInUse extends IllegalStateException {

	DataFolderInUse(Path path) {
		super("Another process is using the data folder %s".formatted(path.toAbsolutePath().normalize()));
	}

}
