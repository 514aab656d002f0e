package dev.chogo.writing;

import dev.chogo.text.Digest;
import dev.chogo.wire.Precondition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What a write made of a text: told by the fields of the answer, after the write is
 * durable.
 *
 * @param version the version that is stored now
 * @param digest of the content that is stored now; where it went elsewhere, of that
 * @param total how many texts of its kind the author has now
 * @param merged whether something else than what was sent is stored, because the text had
 * moved on
 * @param fork the number of the draft that took what was sent, or null
 */
public record Receipt(long sequence, long version, Digest digest, long total, boolean merged, @Nullable Long fork) {

	Receipt(long sequence, long version, Digest digest, long total) {
		this(sequence, version, digest, total, false, null);
	}

	Receipt asMerged() {
		return new Receipt(this.sequence, this.version, this.digest, this.total, true, null);
	}

	Receipt withFork(Receipt fork) {
		return new Receipt(this.sequence, this.version, fork.digest, this.total, false, fork.sequence);
	}

	/** Adds {@code Chogo-Version}, {@code Chogo-Digest} and {@code Chogo-Merge}. */
	public <B extends ResponseEntity.HeadersBuilder<B>> B on(B answer) {
		answer.header("Chogo-Version", Long.toString(this.version)).header("Chogo-Digest", this.digest.toString());
		if (this.merged || this.fork != null) {
			answer.header("Chogo-Merge", this.merged ? "merged" : "forked");
		}
		return answer;
	}

	/**
	 * Adds the entity tag too, where RFC 9110 allows one (not on the answer to a PUT,
	 * section 9.3.4).
	 */
	public <B extends ResponseEntity.HeadersBuilder<B>> B withTagOn(B answer) {
		return on(answer).eTag(Precondition.tag(this.version));
	}

}
