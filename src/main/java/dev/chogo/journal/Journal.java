package dev.chogo.journal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tallies;
import dev.chogo.accounts.Tally;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What happened to each author's texts. An entry is written in the transaction of what it
 * tells, and numbers come from the author's {@link Tally}, so whoever has read up to a
 * number has missed nothing before it.
 */
@Component
public class Journal {

	/** Who was away for longer has to look at the texts themselves. */
	private static final Duration KEPT = Duration.ofDays(7);

	private final Entries entries;

	private final Tallies tallies;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Journal(Entries entries, Tallies tallies, ApplicationEventPublisher events, Clock clock) {
		this.entries = entries;
		this.tallies = tallies;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Writes down what happens in this transaction.
	 * @param tally the author's, held by this transaction
	 * @param version the version that the text has since
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void note(Tally tally, Kind kind, long sequence, long version, Change change) {
		this.entries.save(new Entry(tally, kind, sequence, version, change, this.clock.instant()));
		this.events.publishEvent(new Noted(tally.author()));
	}

	/**
	 * What happened after an entry, oldest first. Where the first one is not the very
	 * next, what lies between is not kept any more.
	 */
	@Transactional(readOnly = true)
	public List<Entry> after(AccountId author, long number, int limit) {
		return this.entries.after(author.value(), number, Limit.of(limit));
	}

	/** The number of an author's last entry, kept or not; 0 before the first. */
	@Transactional(readOnly = true)
	public long last(AccountId author) {
		return this.tallies.of(author).entries();
	}

	/** Puts a tally right that a crash left behind its entries. */
	public void recount(Tally tally) {
		tally.recountEntries(this.entries.last(tally.author().value()));
	}

	@Scheduled(fixedDelayString = "PT1H")
	@Transactional
	void forget() {
		this.entries.deleteBefore(this.clock.instant().minus(KEPT));
	}

	@EventListener
	@Transactional
	public void deleteAll(AccountDeleted deleted) {
		this.entries.deleteAllOf(deleted.account().value());
	}

}
