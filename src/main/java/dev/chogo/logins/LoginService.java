package dev.chogo.logins;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.PasswordChanged;
import dev.chogo.accounts.People;
import dev.chogo.accounts.Proof;
import dev.chogo.logins.Login.Door;
import dev.chogo.logins.Statement.Use;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets people in, keeps them in, and sends them out at once. */
@Service
class LoginService {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final Logins logins;

	private final People people;

	private final Statements statements;

	private final EndedLogins ended;

	private final TokenSettings settings;

	private final TransactionTemplate transactions;

	private final Clock clock;

	LoginService(Logins logins, People people, Statements statements, EndedLogins ended, TokenSettings settings,
			PlatformTransactionManager transactions, Clock clock) {
		this.logins = logins;
		this.people = people;
		this.statements = statements;
		this.ended = ended;
		this.settings = settings;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
		// Now, and not when the timer first ticks: requests come before it does.
		learnOfEnded();
	}

	/** Signs a browser in. */
	CookieLogin signIn(Credentials credentials) {
		Proof proof = proof(credentials);
		Login login = open(proof, Door.COOKIE);
		return new CookieLogin(proof.person(), cookie(login, login.renewedAt()));
	}

	/** Signs a program in. */
	Tokens tokens(Credentials credentials) {
		return tokens(open(proof(credentials), Door.TOKEN));
	}

	private Proof proof(Credentials credentials) {
		return this.people.byPassword(credentials.handle(), credentials.password()).orElseThrow(WrongCredentials::new);
	}

	private Login open(Proof proof, Door door) {
		byte[] random = new byte[16];
		RANDOM.nextBytes(random);
		String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
		return this.transactions.execute((transaction) -> {
			if (!this.people.stands(proof)) {
				throw new WrongCredentials();
			}
			return this.logins.save(new Login(id, proof.person().id(), door, now()));
		});
	}

	/**
	 * Gives a program its next tokens. The token just before gets the same ones again for
	 * a few seconds, because the answer may have been lost; any other that was used
	 * before is a sign of theft and ends the login (RFC 9700, section 4.14.2).
	 */
	@Transactional(noRollbackFor = RefreshRefused.class)
	Tokens refresh(String refreshToken) {
		Statement statement = this.statements.read(Use.REFRESH, refreshToken).orElseThrow(RefreshRefused::new);
		Instant now = now();
		if (this.logins.rotate(statement.login(), statement.generation(), now) == 1) {
			Login login = login(statement);
			if (login.isAlive(now)) {
				return tokens(login);
			}
			throw new RefreshRefused();
		}
		Login login = login(statement);
		if (login.isAlive(now) && login.forgives(statement.generation(), now)) {
			return tokens(login);
		}
		end(login);
		throw new RefreshRefused();
	}

	private Login login(Statement statement) {
		return this.logins.findById(statement.login()).orElseThrow(RefreshRefused::new);
	}

	private Tokens tokens(Login login) {
		// Made of the login alone, so that a forgiven token gets the very same successor.
		Statement statement = new Statement(login.account(), login.getId(), login.renewedAt(), login.generation());
		return new Tokens(this.statements.sign(Use.ACCESS, statement, login.renewedAt().plus(this.settings.access())),
				this.settings.access(), this.statements.sign(Use.REFRESH, statement, login.expiresAt()));
	}

	/** Ends the login of a refresh token; one that is unknown has none. */
	@Transactional
	void revoke(String refreshToken) {
		this.statements.read(Use.REFRESH, refreshToken)
			.flatMap((statement) -> this.logins.findById(statement.login()))
			.ifPresent(this::end);
	}

	/** Signs out. */
	@Transactional
	void signOut(SignedIn signedIn) {
		this.logins.findById(signedIn.login()).ifPresent(this::end);
	}

	/** What an access token states, as long as its login was not ended. */
	Optional<Statement> access(String token) {
		return this.statements.read(Use.ACCESS, token).filter(this::isNotEnded);
	}

	/**
	 * What a cookie states, as long as its login was not ended; whether it wants renewing
	 * is another matter.
	 */
	Optional<Statement> cookie(String cookie) {
		return this.statements.read(Use.COOKIE, cookie).filter(this::isNotEnded);
	}

	private boolean isNotEnded(Statement statement) {
		return !this.ended.contains(statement.login());
	}

	/** Whether a login was ended a short while ago. */
	boolean isOver(String login) {
		return this.ended.contains(login);
	}

	/** Whether a cookie is so old that its login has to be looked at. */
	boolean wantsRenewal(Statement cookie) {
		return cookie.issuedAt().plus(this.settings.access()).isBefore(now());
	}

	/** A new cookie for an old one, or nothing where its login is over. */
	@Transactional
	Optional<Cookie> renew(Statement old) {
		Instant now = now();
		return this.logins.findById(old.login()).filter((login) -> login.isAlive(now)).map((login) -> {
			this.logins.renew(old.login(), now);
			return cookie(login, now);
		});
	}

	private Cookie cookie(Login login, Instant now) {
		Instant idle = now.plus(Login.IDLE);
		Instant expiresAt = login.endsAt().isBefore(idle) ? login.endsAt() : idle;
		String value = this.statements.sign(Use.COOKIE, new Statement(login.account(), login.getId(), now, 0),
				expiresAt);
		return new Cookie(value, Duration.between(now, expiresAt));
	}

	@EventListener
	void endOthers(PasswordChanged changed) {
		String mine = (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)
				? signedIn.login() : "";
		this.logins.alive(changed.account().value())
			.stream()
			.filter((login) -> !login.getId().equals(mine))
			.forEach(this::end);
	}

	@EventListener
	void endAll(AccountDeleted deleted) {
		this.logins.alive(deleted.account().value()).forEach(this::end);
	}

	private void end(Login login) {
		login.end(now());
		// Not before the commit: a login whose end was rolled back goes on.
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				LoginService.this.ended.add(login.getId());
			}

		});
	}

	/**
	 * Learns of logins that were ended before this start, or by another process on the
	 * same database.
	 */
	@Scheduled(fixedDelayString = "PT1S")
	@Transactional(readOnly = true)
	void learnOfEnded() {
		this.logins.endedSince(now().minus(this.settings.access()).minus(Statements.SKEW)).forEach(this.ended::add);
	}

	/** Forgets logins of which no statement can be about any more. */
	@Scheduled(fixedDelayString = "PT1H")
	@Transactional
	void forget() {
		Instant now = now();
		this.logins.forget(now.minus(Login.GRACE).minus(this.settings.access()).minus(Statements.SKEW),
				now.minus(Login.IDLE), now.minus(Login.LIFE));
	}

	private Instant now() {
		return this.clock.instant();
	}

}
