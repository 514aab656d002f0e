package dev.chogo.search;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Noted;
import dev.chogo.store.UncleanStop;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the index up between searches, so that there is little left to do for them, and
 * to the disk.
 */
@Component
class Upkeep {

	private static final Log log = LogFactory.getLog(Upkeep.class);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Turn turn;

	private final Index index;

	private final Set<AccountId> noted = ConcurrentHashMap.newKeySet();

	Upkeep(Turn turn, Index index) {
		this.turn = turn;
		this.index = index;
	}

	@TransactionalEventListener
	void note(Noted noted) {
		this.noted.add(noted.author());
	}

	@TransactionalEventListener
	void note(AccountDeleted deleted) {
		this.noted.add(deleted.account());
	}

	/** What is torn in the store may be whole in the index, or the other way round. */
	@EventListener
	void startOver(UncleanStop stop) {
		this.turn.startOver();
	}

	@Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S", scheduler = SearchConfiguration.SCHEDULER)
	void keepUp() {
		try {
			this.turn.mend();
			for (AccountId author : Set.copyOf(this.noted)) {
				this.noted.remove(author);
				this.turn.catchUp(author, PATIENCE);
			}
			this.index.tell(OpenIndex::keep);
		}
		catch (IndexLost ex) {
			log.debug("Searches will have to do this", ex);
		}
	}

	/** Whatever other nodes on the same database have saved, or deleted. */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1H", scheduler = SearchConfiguration.SCHEDULER)
	void lookRound() {
		try {
			this.noted.addAll(this.index.ask(OpenIndex::authors));
		}
		catch (IndexLost ex) {
			log.debug("There is nobody to look after", ex);
		}
	}

}
