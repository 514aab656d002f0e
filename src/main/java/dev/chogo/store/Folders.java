package dev.chogo.store;

import java.io.IOException;
import java.nio.file.Path;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Folders in the data folder, for rooms that keep files. */
@Component
public class Folders {

	private final Path data;

	Folders(Environment environment) {
		this.data = StoreSettings.in(environment).data();
	}

	/**
	 * A folder that its owner alone may enter, made unless it is there.
	 * @throws IOException where it cannot be made
	 */
	public Path folder(String name) throws IOException {
		DataFolder.make(this.data);
		Path folder = this.data.resolve(name);
		DataFolder.make(folder);
		return folder;
	}

}
