package bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is counted over all rounds. */
final class Figures {

	private final Map<Fault, Long> struck = new EnumMap<>(Fault.class);

	private final Map<Fault, Long> lostBy = new EnumMap<>(Fault.class);

	private final List<Duration> starts = new ArrayList<>();

	private long acknowledged;

	private long lost;

	private double megabytes;

	private String notStarted = "";

	void started(Duration untilReady) {
		this.starts.add(untilReady);
	}

	void notStarted(String lastWords) {
		this.notStarted = lastWords + System.lineSeparator();
	}

	/**
	 * Counts one fault.
	 * @param acknowledged saves and deletions since the last fault
	 * @param lost those acknowledged at any time and not found any more since this one
	 */
	void struck(Fault fault, long acknowledged, long lost) {
		this.struck.merge(fault, 1L, Long::sum);
		this.lostBy.merge(fault, lost, Long::sum);
		this.acknowledged += acknowledged;
		this.lost += lost;
	}

	/**
	 * Counts the end of a round.
	 * @param lost what only the last look at the file found missing
	 * @param megabytes how large the file was
	 */
	void ended(long lost, double megabytes) {
		this.lost += lost;
		this.megabytes = Math.max(this.megabytes, megabytes);
	}

	boolean lostByEach() {
		return !this.lostBy.isEmpty() && this.lostBy.values().stream().allMatch((lost) -> lost > 0);
	}

	long passed() {
		return this.acknowledged - this.lost;
	}

	long failed() {
		return this.lost + (this.notStarted.isEmpty() ? 0 : 1);
	}

	void print() {
		System.out.printf("%n%s%d saves and deletions acknowledged%n", this.notStarted, this.acknowledged);
		this.struck.forEach((fault, times) -> print(fault, times, this.lostBy.get(fault)));
		System.out.printf("%d failed starts; from start to ready %.1f s (p50), %.1f s (p95)%n",
				this.notStarted.isEmpty() ? 0 : 1, percentile(50), percentile(95));
		System.out.printf("largest file %.1f MB%n", this.megabytes);
	}

	private static void print(Fault fault, long times, long lost) {
		System.out.printf("%d lost by %d %ss%s%n", lost, times, fault,
				(lost > 0) ? ""
						: " (so, with 95%% confidence, a %s loses something in less than 3/%d = %.1f %% of cases)"
							.formatted(fault, times, 300.0 / times));
	}

	private double percentile(int percent) {
		List<Duration> sorted = this.starts.stream().sorted().toList();
		return sorted.isEmpty() ? 0
				: sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)).toMillis() / 1e3;
	}

}
