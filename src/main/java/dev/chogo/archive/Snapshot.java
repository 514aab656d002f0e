package dev.chogo.archive;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole store at one moment, however long one looks at it and whoever writes
 * meanwhile.
 */
@Component
class Snapshot {

	private final TransactionTemplate transactions;

	Snapshot(PlatformTransactionManager transactions) {
		this.transactions = new TransactionTemplate(transactions);
		// Not REPEATABLE READ: by that H2 takes of each table the moment in which it is
		// first read.
		this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
		this.transactions.setReadOnly(true);
	}

	<T> T of(Look<T> look) throws IOException {
		try {
			return this.transactions.execute((transaction) -> {
				try {
					return look.take();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** What is looked at. */
	interface Look<T> {

		T take() throws IOException;

	}

}
