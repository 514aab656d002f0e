package dev.chogo.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * SHA-256 of a text's UTF-8 bytes, by which a client can prove that what is kept is what
 * it sent.
 */
public final class Digest {

	public static final Digest EMPTY = of("");

	private final byte[] sha256;

	/**
	 * Takes a hash that was made before.
	 * @param sha256 32 bytes
	 */
	public Digest(byte[] sha256) {
		this.sha256 = sha256.clone();
	}

	/** Hashes a text. */
	public static Digest of(String text) {
		try {
			return new Digest(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	public byte[] sha256() {
		return this.sha256.clone();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Digest digest && Arrays.equals(this.sha256, digest.sha256);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.sha256);
	}

	/** The value of {@code Chogo-Digest}, in the syntax of RFC 9530. */
	@Override
	public String toString() {
		return "sha-256=:%s:".formatted(Base64.getEncoder().encodeToString(this.sha256));
	}

}
