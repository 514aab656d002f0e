package dev.chogo.logins;

import java.time.Duration;
import java.time.Instant;

import dev.chogo.accounts.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * Somebody's way in, from signing in to signing out. Cookies and tokens are signed
 * statements of it; it alone says whether they may be renewed.
 */
@Entity
class Login implements Persistable<String> {

	/** A login that nobody used for so long is over. */
	static final Duration IDLE = Duration.ofDays(30);

	/** A login is over after so long, however much it was used. */
	static final Duration LIFE = Duration.ofDays(90);

	/**
	 * How long the refresh token just before may be sent again, because the answer was
	 * lost.
	 */
	static final Duration GRACE = Duration.ofSeconds(10);

	@Id
	private String id;

	private long account;

	@Enumerated(EnumType.STRING)
	private Door door;

	private Instant createdAt;

	private Instant renewedAt;

	private @Nullable Instant endedAt;

	/** Which refresh token is the newest: the first is 1. */
	private long generation;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected Login() {
	}

	Login(String id, AccountId account, Door door, Instant now) {
		this.id = id;
		this.account = account.value();
		this.door = door;
		this.createdAt = now;
		this.renewedAt = now;
		this.generation = 1;
		this.fresh = true;
	}

	/** The door somebody came in by. */
	enum Door {

		COOKIE, TOKEN

	}

	boolean isAlive(Instant now) {
		return this.endedAt == null && now.isBefore(expiresAt());
	}

	/** When it will be over if nobody uses it. */
	Instant expiresAt() {
		Instant idle = this.renewedAt.plus(IDLE);
		return idle.isBefore(endsAt()) ? idle : endsAt();
	}

	/** When it will be over, however much it is used. */
	Instant endsAt() {
		return this.createdAt.plus(LIFE);
	}

	void end(Instant now) {
		this.endedAt = now;
	}

	@Override
	public String getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	AccountId account() {
		return new AccountId(this.account);
	}

	Instant renewedAt() {
		return this.renewedAt;
	}

	long generation() {
		return this.generation;
	}

	/**
	 * Whether a refresh token of this generation is the one just before, sent again in
	 * time.
	 */
	boolean forgives(long generation, Instant now) {
		return generation == this.generation - 1 && now.isBefore(this.renewedAt.plus(GRACE));
	}

}
