package dev.chogo.idempotency;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.Persistable;

/** The answer to a request, kept so that the same request again gets it again. */
@Entity
class RememberedAnswer implements Persistable<RememberedAnswer.Key> {

	@EmbeddedId
	private Key id;

	/** SHA-256 of the request's body. */
	private byte[] request;

	private int status;

	/** {@code Name: value}, a field each. */
	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> fields;

	private byte[] body;

	private Instant createdAt;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected RememberedAnswer() {
	}

	/** Takes the key; the answer follows in the same transaction. */
	RememberedAnswer(Key id, byte[] request, Instant now) {
		this.id = id;
		this.request = request;
		this.fields = List.of();
		this.body = new byte[0];
		this.createdAt = now;
		this.fresh = true;
	}

	void answer(int status, List<String> fields, byte[] body) {
		this.status = status;
		this.fields = fields;
		this.body = body;
	}

	boolean isOf(byte[] request) {
		return Arrays.equals(this.request, request);
	}

	@Override
	public Key getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	int status() {
		return this.status;
	}

	List<String> fields() {
		return this.fields;
	}

	byte[] body() {
		return this.body;
	}

	Instant createdAt() {
		return this.createdAt;
	}

	/**
	 * What a key is good for: one author, one path.
	 *
	 * @param idempotencyKey 1 to 255 visible ASCII characters
	 */
	@Embeddable
	record Key(long author, String path, String idempotencyKey) {
	}

}
