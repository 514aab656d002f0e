package dev.chogo.accounts;

import java.time.Clock;
import java.util.List;

import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Creates accounts, and changes and deletes them for their owners. */
@Service
class AccountService {

	private final Accounts accounts;

	private final Tallies tallies;

	private final Passwords passwords;

	private final FirstCode firstCode;

	private final AccountSettings settings;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	AccountService(Accounts accounts, Tallies tallies, Passwords passwords, FirstCode firstCode,
			AccountSettings settings, ApplicationEventPublisher events, Clock clock) {
		this.accounts = accounts;
		this.tallies = tallies;
		this.passwords = passwords;
		this.firstCode = firstCode;
		this.settings = settings;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Creates an account.
	 * @param here whether it was asked for on this very machine
	 */
	@Transactional
	Person signUp(SignUpForm form, boolean here) {
		if (this.settings.signUp() == AccountSettings.SignUp.CLOSED) {
			throw new SignUpClosed();
		}
		boolean first = this.accounts.takeFirst() == 1;
		if (first && !here && !this.firstCode.is(form.code())) {
			throw new CodeNeeded();
		}
		if (!first && this.settings.signUp() == AccountSettings.SignUp.FIRST) {
			throw new SignUpClosed();
		}
		return create(form);
	}

	private Person create(SignUpForm form) {
		if (this.accounts.existsByHandle(form.handle())) {
			throw new HandleTaken();
		}
		String name = (form.name() != null) ? form.name() : "";
		try {
			Account account = this.accounts
				.save(new Account(form.handle(), name, this.passwords.hash(form.password()), this.clock.instant()));
			this.tallies.save(new Tally(account.id()));
			return account.person();
		}
		catch (DataIntegrityViolationException ex) {
			throw new HandleTaken();
		}
	}

	@Transactional(readOnly = true)
	AccountView view(AccountId id) {
		return AccountView.of(account(id).person(), this.tallies.of(id));
	}

	/** Changes the name, and the password where the current one is given with it. */
	@Transactional
	AccountView change(AccountId id, AccountPatch patch, boolean nameGiven) {
		Account account = account(id);
		if (nameGiven) {
			account.rename((patch.name() != null) ? patch.name() : "");
		}
		if (patch.password() != null) {
			refuseOther(account, patch.currentPassword());
			account.changePassword(this.passwords.hash(patch.password()));
			this.events.publishEvent(new PasswordChanged(id));
		}
		return AccountView.of(account.person(), this.tallies.of(id));
	}

	/** Deletes an account with all that it wrote. */
	@Transactional
	void delete(AccountId id, @Nullable String currentPassword) {
		this.tallies.lock(id);
		refuseOther(account(id), currentPassword);
		this.events.publishEvent(new AccountDeleted(id));
		this.tallies.deleteByAuthor(id.value());
		this.accounts.deleteById(id.value());
		this.accounts.freeFirstIfNobodyIsLeft();
	}

	private void refuseOther(Account account, @Nullable String currentPassword) {
		if (currentPassword == null || !this.passwords.matches(currentPassword, account.passwordHash())) {
			throw new Invalid(List.of(Fault.at("/currentPassword", "must be the password that is valid now")));
		}
	}

	private Account account(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow(NobodyAnyMore::new);
	}

}
