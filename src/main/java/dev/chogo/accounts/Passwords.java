package dev.chogo.accounts;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, after bringing them into NFC: a Korean password typed
 * on macOS arrives decomposed, the same one typed on Windows composed. Argon2 has no
 * limit of 72 bytes, which are no more than 24 syllables of Hangul.
 */
@Component
public class Passwords {

	// At least OWASP's minimum (19 MiB, two rounds, one lane).
	private final PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);

	// Hashing is the cheapest way to keep a small machine busy, so only a few run at a
	// time.
	private final Semaphore places = new Semaphore(2);

	private final String nobodysHash = hash("nobody's password");

	public String hash(String password) {
		return inTurn(() -> required(this.encoder.encode(normalized(password))));
	}

	/**
	 * Tells whether a password is the one that was hashed, in the same time when there is
	 * no hash because nobody has that name.
	 */
	public boolean matches(String password, @Nullable String hash) {
		boolean same = inTurn(
				() -> this.encoder.matches(normalized(password), (hash != null) ? hash : this.nobodysHash));
		return same && hash != null;
	}

	private <T> T inTurn(Supplier<T> work) {
		this.places.acquireUninterruptibly();
		try {
			return work.get();
		}
		finally {
			this.places.release();
		}
	}

	private static String normalized(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

	private static String required(@Nullable String hash) {
		if (hash == null) {
			throw new IllegalStateException("Argon2 gave no hash");
		}
		return hash;
	}

}
