package dev.chogo.accounts;

import java.time.Instant;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Somebody who writes here. */
@Entity
class Account {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private @Nullable Long id;

	private String handle;

	private String name;

	private String passwordHash;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected Account() {
	}

	Account(String handle, String name, String passwordHash, Instant now) {
		this.handle = handle;
		this.name = name;
		this.passwordHash = passwordHash;
		this.createdAt = now;
	}

	AccountId id() {
		if (this.id == null) {
			throw new IllegalStateException("Not stored yet");
		}
		return new AccountId(this.id);
	}

	String handle() {
		return this.handle;
	}

	String passwordHash() {
		return this.passwordHash;
	}

	void rename(String name) {
		this.name = name;
	}

	void changePassword(String passwordHash) {
		this.passwordHash = passwordHash;
	}

	Person person() {
		return new Person(id(), this.handle, this.name);
	}

}
