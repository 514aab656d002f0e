package bench;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Looks at each refusal for want of space, and lets it be tried again at once: how soon
 * the service is well is to be seen, whatever {@code Retry-After} advises.
 */
final class Refusals implements Patience {

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final Set<Integer> PROPER = Set.of(503, 507);

	private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();

	private final Comparison comparison;

	private volatile long last;

	private volatile boolean givenUp;

	Refusals(Comparison comparison) {
		this.comparison = comparison;
	}

	@Override
	public boolean forgives(Http.Answer answer, Http http) {
		if (answer.status() < 500) {
			return false;
		}
		this.last = System.nanoTime();
		this.statuses.computeIfAbsent(answer.status(), (status) -> new LongAdder()).increment();
		if (!PROPER.contains(answer.status()) || !answer.field("Content-Type").equals("application/problem+json")
				|| !answer.field("Retry-After").matches("[0-9]+")) {
			this.comparison.found("A save was refused with " + answer);
		}
		Service.sleep(PAUSE);
		return !this.givenUp;
	}

	/** Takes the next refusal as the last word. */
	void giveUp() {
		this.givenUp = true;
	}

	/** When the last one came, by {@link System#nanoTime()}. */
	long last() {
		return this.last;
	}

	long count() {
		return this.statuses.values().stream().mapToLong(LongAdder::sum).sum();
	}

	@Override
	public String toString() {
		return this.statuses.toString();
	}

}
