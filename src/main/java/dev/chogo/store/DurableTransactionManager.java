package dev.chogo.store;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Ends a transaction only when its commit is on the disk, and waits for that without a
 * connection, so that one sync can serve more commits than there are connections.
 */
class DurableTransactionManager implements PlatformTransactionManager {

	private final PlatformTransactionManager transactions;

	private final GroupSync sync;

	DurableTransactionManager(PlatformTransactionManager transactions, GroupSync sync) {
		this.transactions = transactions;
		this.sync = sync;
	}

	@Override
	public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
		return this.transactions.getTransaction(definition);
	}

	@Override
	public void commit(TransactionStatus status) {
		boolean writes = status.isNewTransaction() && !status.isReadOnly() && !status.isRollbackOnly();
		this.transactions.commit(status);
		if (writes) {
			this.sync.await();
		}
	}

	@Override
	public void rollback(TransactionStatus status) {
		this.transactions.rollback(status);
	}

}
