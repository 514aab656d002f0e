package dev.chogo.writing;

import dev.chogo.wire.Precondition;
import org.springframework.http.ResponseEntity;

/**
 * What a write made of a text: told by the fields of the answer, after the write is
 * durable.
 *
 * @param version the version that is stored now
 * @param digest of the content that is stored now
 * @param total how many texts of its kind the author has now
 */
public record Receipt(long sequence, long version, Digest digest, long total) {

	/** Adds {@code Chogo-Version} and {@code Chogo-Digest}. */
	public <B extends ResponseEntity.HeadersBuilder<B>> B on(B answer) {
		return answer.header("Chogo-Version", Long.toString(this.version))
			.header("Chogo-Digest", this.digest.toString());
	}

	/**
	 * Adds the entity tag too, where RFC 9110 allows one (not on the answer to a PUT,
	 * section 9.3.4).
	 */
	public <B extends ResponseEntity.HeadersBuilder<B>> B withTagOn(B answer) {
		return on(answer).eTag(Precondition.tag(this.version));
	}

}
