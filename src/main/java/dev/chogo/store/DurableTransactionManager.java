package dev.chogo.store;

import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/**
 * Ends a transaction only when its commit is on the disk, and waits for that without a
 * connection, so that one sync can serve more commits than there are connections. Begins
 * none that writes where there is no space for more.
 */
class DurableTransactionManager implements PlatformTransactionManager {

	private final PlatformTransactionManager transactions;

	private final GroupSync sync;

	private final DiskSpace space;

	DurableTransactionManager(PlatformTransactionManager transactions, GroupSync sync, DiskSpace space) {
		this.transactions = transactions;
		this.sync = sync;
		this.space = space;
	}

	/**
	 * Begins a transaction, or takes part in the one that is under way.
	 * @throws DiskFull where there is no space for what it may write
	 */
	@Override
	public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
		boolean writes = definition == null || !definition.isReadOnly();
		if (writes && this.space.isShort()) {
			throw new DiskFull();
		}
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
