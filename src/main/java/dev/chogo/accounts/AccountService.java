package dev.chogo.accounts;

import java.time.Clock;

import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates accounts, and changes and deletes them for their owners. Passwords are hashed
 * outside of transactions: that takes its time, and a transaction holds a connection.
 */
@Service
class AccountService {

	private final Accounts accounts;

	private final Tallies tallies;

	private final Passwords passwords;

	private final FirstCode firstCode;

	private final AccountSettings settings;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transactions;

	private final Clock clock;

	AccountService(Accounts accounts, Tallies tallies, Passwords passwords, FirstCode firstCode,
			AccountSettings settings, ApplicationEventPublisher events, PlatformTransactionManager transactions,
			Clock clock) {
		this.accounts = accounts;
		this.tallies = tallies;
		this.passwords = passwords;
		this.firstCode = firstCode;
		this.settings = settings;
		this.events = events;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Creates an account.
	 * @param here whether it was asked for on this very machine
	 */
	Person signUp(SignUpForm form, boolean here) {
		// A look first, so that nobody has passwords hashed for nothing; taking the place
		// is what decides.
		admit(!this.accounts.firstIsTaken(), form, here);
		String hash = this.passwords.hash(form.password());
		return this.transactions.execute((transaction) -> {
			admit(this.accounts.takeFirst() == 1, form, here);
			return create(form, hash);
		});
	}

	private void admit(boolean first, SignUpForm form, boolean here) {
		if (this.settings.signUp() == AccountSettings.SignUp.CLOSED) {
			throw new SignUpClosed();
		}
		if (first && !here && !this.firstCode.is(form.code())) {
			throw new CodeNeeded();
		}
		if (!first && this.settings.signUp() == AccountSettings.SignUp.FIRST) {
			throw new SignUpClosed();
		}
	}

	private Person create(SignUpForm form, String hash) {
		if (this.accounts.existsByHandle(form.handle())) {
			throw new HandleTaken();
		}
		String name = (form.name() != null) ? form.name() : "";
		try {
			Account account = this.accounts.save(new Account(form.handle(), name, hash, this.clock.instant()));
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
	AccountView change(AccountId id, AccountPatch patch, boolean nameGiven) {
		String password = patch.password();
		String before = (password != null) ? proven(id, patch.currentPassword()) : "";
		String after = (password != null) ? this.passwords.hash(password) : "";
		return this.transactions.execute((transaction) -> {
			Account account = held(id);
			if (nameGiven) {
				account.rename((patch.name() != null) ? patch.name() : "");
			}
			if (password != null) {
				refuseOther(account, before);
				account.changePassword(after);
				this.events.publishEvent(new PasswordChanged(id));
			}
			return AccountView.of(account.person(), this.tallies.of(id));
		});
	}

	/** Deletes an account with all that it wrote. */
	void delete(AccountId id, @Nullable String currentPassword) {
		String hash = proven(id, currentPassword);
		this.transactions.executeWithoutResult((transaction) -> {
			this.tallies.lock(id);
			refuseOther(held(id), hash);
			this.events.publishEvent(new AccountDeleted(id));
			this.tallies.deleteByAuthor(id.value());
			this.accounts.deleteById(id.value());
			this.accounts.freeFirstIfNobodyIsLeft();
		});
	}

	/** The hash of the current password, where somebody knows that. */
	private String proven(AccountId id, @Nullable String currentPassword) {
		String hash = account(id).passwordHash();
		if (currentPassword == null || !this.passwords.matches(currentPassword, hash)) {
			throw notCurrent();
		}
		return hash;
	}

	/** Refuses where the password was changed since it was proven. */
	private static void refuseOther(Account account, String provenHash) {
		if (!account.passwordHash().equals(provenHash)) {
			throw notCurrent();
		}
	}

	private static Invalid notCurrent() {
		return new Invalid(Fault.at("/currentPassword", "must be the password that is valid now"));
	}

	private Account held(AccountId id) {
		return this.accounts.lock(id.value()).orElseThrow(NobodyAnyMore::new);
	}

	private Account account(AccountId id) {
		return this.accounts.findById(id.value()).orElseThrow(NobodyAnyMore::new);
	}

}
