package dev.chogo.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

import dev.chogo.accounts.Passwords;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings an archive back into an empty store: all of it, or nothing. */
@Component
class Restore {

	private final JdbcClient database;

	private final Passwords passwords;

	private final TransactionTemplate transactions;

	Restore(JdbcClient database, Passwords passwords, PlatformTransactionManager transactions) {
		this.database = database;
		this.passwords = passwords;
		this.transactions = new TransactionTemplate(transactions);
	}

	/**
	 * Stores all that is in an archive.
	 * @return what is its author's alone by now, because its readers' password was not
	 * told
	 * @throws Refused where the store is not empty, or does not take it
	 */
	List<String> from(ArchiveReader archive) {
		String nobodysHash = this.passwords.hash(random());
		try {
			return this.transactions.execute((transaction) -> {
				refuseOthers();
				return store(archive, new StoreWriter(this.database, nobodysHash));
			});
		}
		catch (DataAccessException ex) {
			throw new Refused("The store does not take it: %s.".formatted(ex.getMostSpecificCause().getMessage()), ex);
		}
	}

	private void refuseOthers() {
		// Holds the first sign-up of a service that runs on the same database.
		this.database.sql("update first_sign_up set taken = taken").update();
		if (this.database.sql("select exists (select 1 from account)").query(Boolean.class).single()) {
			throw new Refused("The store is not empty. Restore into one that is.");
		}
	}

	private static List<String> store(ArchiveReader archive, StoreWriter store) {
		try {
			archive.tell(store);
			return store.finish();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String random() {
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		return HexFormat.of().formatHex(random);
	}

}
