package dev.chogo.logins;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.springframework.data.domain.Persistable;

/** The key that signs statements, made on the first start. There is only number 1. */
@Entity
class SigningKey implements Persistable<Integer> {

	@Id
	private int id;

	private byte[] secret;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected SigningKey() {
	}

	SigningKey(byte[] secret, Instant now) {
		this.id = 1;
		this.secret = secret;
		this.createdAt = now;
	}

	byte[] secret() {
		return this.secret;
	}

	@Override
	public Integer getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return true;
	}

}
