package dev.chogo.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Remembers whether the service stopped in order, and has what was written last checked
 * if not. Runs before the web server starts and after it has stopped, and lets both use
 * the space that is kept from requests.
 */
class CleanStop implements SmartLifecycle {

	private static final Log log = LogFactory.getLog(CleanStop.class);

	/** How far the clock may have been set back between two starts. */
	private static final Duration SLACK = Duration.ofMinutes(10);

	private final JdbcClient database;

	private final TransactionOperations transactions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final DiskSpace space;

	private boolean running;

	CleanStop(JdbcClient database, TransactionOperations transactions, ApplicationEventPublisher events, Clock clock,
			DiskSpace space) {
		this.database = database;
		this.transactions = transactions;
		this.events = events;
		this.clock = clock;
		this.space = space;
	}

	@Override
	public void start() {
		State state = this.database.sql("select clean, checked_at from store_state").query(State.class).single();
		if (!state.clean()) {
			Instant since = earlier(state.checkedAt().toInstant(), this.clock.instant()).minus(SLACK);
			log.warn("The service was not stopped in order; checking what was saved since " + since);
			this.events.publishEvent(new UncleanStop(since));
		}
		mark(false);
		this.space.reserve(true);
		this.running = true;
	}

	/** The clock may have been set back since the last start. */
	private static Instant earlier(Instant one, Instant other) {
		return one.isBefore(other) ? one : other;
	}

	@Override
	public void stop() {
		this.space.reserve(false);
		mark(true);
		this.running = false;
	}

	private void mark(boolean clean) {
		this.transactions
			.executeWithoutResult((status) -> this.database.sql("update store_state set clean = ?, checked_at = ?")
				.param(clean)
				.param(OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
				.update());
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return 0;
	}

	/** How the last run ended, and when. */
	private record State(boolean clean, OffsetDateTime checkedAt) {
	}

}
