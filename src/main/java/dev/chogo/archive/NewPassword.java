package dev.chogo.archive;

import java.time.Clock;
import java.time.ZoneOffset;

import dev.chogo.accounts.Passwords;
import dev.chogo.wire.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets an author in again who has forgotten the password, or whose backup had none. */
@Component
class NewPassword {

	private final JdbcClient database;

	private final Passwords passwords;

	private final TransactionTemplate transactions;

	private final Clock clock;

	NewPassword(JdbcClient database, Passwords passwords, PlatformTransactionManager transactions, Clock clock) {
		this.database = database;
		this.passwords = passwords;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/**
	 * Whose password it is to be.
	 * @throws Refused where nobody has this handle
	 */
	long author(String handle) {
		return this.database.sql("select id from account where handle = ?")
			.param(handle)
			.query(Long.class)
			.optional()
			.orElseThrow(() -> new Refused("Nobody here is called %s.".formatted(handle)));
	}

	/**
	 * Gives an author a password, and ends all logins that came in by the old one.
	 * @throws Refused where it is too short or too long
	 */
	void give(long author, String password) {
		String fault = Text.fault(password, 8, 256);
		if (fault != null) {
			throw new Refused("The password %s.".formatted(fault));
		}
		String hash = this.passwords.hash(password);
		this.transactions.executeWithoutResult((transaction) -> {
			this.database.sql("update account set password_hash = ? where id = ?").params(hash, author).update();
			this.database.sql("update login set ended_at = ? where account = ? and ended_at is null")
				.params(this.clock.instant().atOffset(ZoneOffset.UTC), author)
				.update();
		});
	}

}
