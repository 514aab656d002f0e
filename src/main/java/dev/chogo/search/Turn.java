package dev.chogo.search;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import dev.chogo.accounts.AccountId;
import org.springframework.stereotype.Component;

/**
 * Lets one after the other change the index: a machine that makes it anew for somebody
 * still has texts to save. Who waits here without a transaction takes no connection from
 * those saves.
 */
@Component
class Turn {

	private final Follower follower;

	private final Index index;

	private final Lock turn = new ReentrantLock();

	Turn(Follower follower, Index index) {
		this.follower = follower;
		this.index = index;
	}

	/**
	 * Brings the index up to all that an author has saved until now.
	 * @throws IndexLost where it can't be used, or others are busy for longer
	 */
	void catchUp(AccountId author, Duration patience) throws IndexLost {
		if (!this.follower.isUpToDate(author)) {
			await(patience);
			try {
				this.follower.catchUp(author);
			}
			finally {
				this.turn.unlock();
			}
		}
	}

	private void await(Duration patience) throws IndexLost {
		try {
			if (!this.turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IndexLost("The search index is busy");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IndexLost(ex);
		}
	}

	/** Begins with nothing, because what is in the index may be wrong. */
	void startOver() {
		alone(this.index::renew);
	}

	/** Begins with nothing where the index is lost. */
	void mend() {
		alone(this.index::mend);
	}

	/** Never while somebody is half way, who would take the rest for the whole. */
	private void alone(Runnable change) {
		this.turn.lock();
		try {
			change.run();
		}
		finally {
			this.turn.unlock();
		}
	}

}
