package dev.chogo.archive;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Gives passwords as a script does. */
final class NewPasswords {

	private NewPasswords() {
	}

	static Store.Said give(Store store, String handle, String password) {
		InputStream in = System.in;
		System.setIn(new ByteArrayInputStream((password + "\n").getBytes(UTF_8)));
		try {
			return store.run("password", handle);
		}
		finally {
			System.setIn(in);
		}
	}

}
