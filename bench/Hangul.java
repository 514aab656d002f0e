package bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;

/** Korean text for the asking, no two alike. */
final class Hangul {

	private static final int SYLLABLES = 0xD7A3 - 0xAC00 + 1;

	private Hangul() {
	}

	/** Syllables of three bytes each, with a space now and then. */
	static String text(Random random, int bytes) {
		StringBuilder text = new StringBuilder(bytes / 3);
		for (int left = bytes; left > 0;) {
			boolean space = left < 3 || random.nextInt(5) == 0;
			text.append(space ? ' ' : (char) (0xAC00 + random.nextInt(SYLLABLES)));
			left -= space ? 1 : 3;
		}
		return text.toString();
	}

	/** As {@code Chogo-Digest} tells it. */
	static String digest(String text) {
		return digest(text.getBytes(StandardCharsets.UTF_8));
	}

	static String digest(byte[] utf8) {
		try {
			return told(MessageDigest.getInstance("SHA-256").digest(utf8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A hash as {@code Chogo-Digest} tells it. */
	static String told(byte[] hash) {
		return "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(hash));
	}

}
