package dev.chogo.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells other rooms who somebody is. */
@Component
public class People {

	private final Accounts accounts;

	private final Passwords passwords;

	People(Accounts accounts, Passwords passwords) {
		this.accounts = accounts;
		this.passwords = passwords;
	}

	/**
	 * Somebody who is signed in; gone is the account only where it was deleted a moment
	 * ago.
	 */
	@Transactional(readOnly = true)
	public Person byId(AccountId id) {
		return this.accounts.findById(id.value()).map(Account::person).orElseThrow(NobodyAnyMore::new);
	}

	@Transactional(readOnly = true)
	public Map<AccountId, Person> byIds(Collection<Long> ids) {
		return this.accounts.findByIdIn(ids)
			.stream()
			.map(Account::person)
			.collect(Collectors.toMap(Person::id, Function.identity()));
	}

	@Transactional(readOnly = true)
	public Optional<Person> byHandle(String handle) {
		return this.accounts.findByHandle(handle).map(Account::person);
	}

	/**
	 * Who has this handle and this password; takes as long where nobody has. In no
	 * transaction, because hashing takes its time, and would hold a connection.
	 */
	public Optional<Proof> byPassword(String handle, String password) {
		Optional<Account> account = this.accounts.findByHandle(handle);
		boolean right = this.passwords.matches(password, account.map(Account::passwordHash).orElse(null));
		return account.filter((it) -> right).map((it) -> new Proof(it.person(), it.passwordHash()));
	}

	/**
	 * Whether a password is still the one it was when it was proven. Holds the account
	 * until the transaction ends, so that whoever changes the password then finds the
	 * login that is opened now, and ends it.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean stands(Proof proof) {
		return this.accounts.lock(proof.person().id().value())
			.filter((account) -> account.passwordHash().equals(proof.passwordHash()))
			.isPresent();
	}

}
