package dev.chogo.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Scanner;

import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where the {@link Hatch} is and what opens it, as it stands in the data folder.
 *
 * @param port on the loopback address
 * @param secret made anew at each start
 */
record HatchKey(int port, String secret) {

	/** Its name in the data folder. */
	static final String FILE = "hatch";

	/** The field of a request that shows it. */
	static final String FIELD = "Authorization";

	static HatchKey made(int port) {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return new HatchKey(port, HexFormat.of().formatHex(random));
	}

	/**
	 * Reads the one that lies in a folder.
	 * @throws IOException where none does
	 */
	static HatchKey of(Path folder) throws IOException {
		try (Scanner file = new Scanner(folder.resolve(FILE), UTF_8)) {
			return new HatchKey(file.nextInt(), file.next());
		}
	}

	void write(Path file) throws IOException {
		Files.writeString(file, "%d %s%n".formatted(this.port, this.secret));
	}

	URI address(String path) {
		return URI
			.create("http://%s:%d/%s".formatted(InetAddress.getLoopbackAddress().getHostAddress(), this.port, path));
	}

	/** What a request sends to show it. */
	String field() {
		return "Bearer " + this.secret;
	}

	boolean opens(@Nullable String field) {
		return field != null && MessageDigest.isEqual(field.getBytes(UTF_8), field().getBytes(UTF_8));
	}

	@Override
	public String toString() {
		return "Key to port %d".formatted(this.port);
	}

}
