package dev.chogo.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.text.Format;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which versions age takes, and which it leaves. */
@Tag("unit")
class ThinningTests {

	private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

	private static final Thinning MINUTES = Thinning.STEPS.get(0);

	private static final Thinning HOURS = Thinning.STEPS.get(1);

	private static final Thinning DAYS = Thinning.STEPS.get(2);

	private final List<VersionView> versions = new ArrayList<>();

	/** The next version. */
	private void saved(Duration ago, Kept kept) {
		this.versions.add(0, new VersionView(this.versions.size() + 1, NOW.minus(ago), 1, Format.MARKDOWN, kept));
	}

	private void saved(int secondsAgo, Kept kept) {
		saved(Duration.ofSeconds(secondsAgo), kept);
	}

	@Test
	void theLastHourStaysWhole() {
		saved(Duration.ofMinutes(60), Kept.RECENT);
		saved(Duration.ofMinutes(59).plusSeconds(59), Kept.RECENT);
		assertThat(MINUTES.sorted(this.versions, NOW)).isEqualTo(new Thinning.Sorted(List.of(), List.of()));
	}

	@Test
	void thenTheLastOfEachMinuteStays() {
		saved(7300, Kept.RECENT);
		saved(7210, Kept.RECENT);
		saved(7201, Kept.RECENT);
		saved(7200, Kept.RECENT);
		saved(7141, Kept.RECENT);
		assertThat(MINUTES.sorted(this.versions, NOW))
			.isEqualTo(new Thinning.Sorted(List.of(5L, 3L, 1L), List.of(4L, 2L)));
	}

	@Test
	void aLaterVersionThatStaysForEverIsTheLastOfItsSpan() {
		saved(7205, Kept.RECENT);
		saved(7202, Kept.EXPLICIT);
		assertThat(MINUTES.sorted(this.versions, NOW)).isEqualTo(new Thinning.Sorted(List.of(), List.of(1L)));
	}

	@Test
	void afterADayOneOfEachHourAndAfterAMonthOneOfEachDay() {
		saved(Duration.ofHours(49).plusMinutes(10), Kept.MINUTE);
		saved(Duration.ofHours(49).plusMinutes(5), Kept.MINUTE);
		saved(Duration.ofDays(2).plusMinutes(5), Kept.MINUTE);
		assertThat(HOURS.sorted(this.versions, NOW)).isEqualTo(new Thinning.Sorted(List.of(3L, 2L), List.of(1L)));
		this.versions.clear();
		saved(Duration.ofDays(40).plusHours(2), Kept.HOUR);
		saved(Duration.ofDays(40).plusHours(1), Kept.HOUR);
		saved(Duration.ofDays(29), Kept.HOUR);
		assertThat(DAYS.sorted(this.versions, NOW)).isEqualTo(new Thinning.Sorted(List.of(2L), List.of(1L)));
	}

	@Test
	void whatStaysForEverIsNeverSorted() {
		for (Kept kept : List.of(Kept.EXPLICIT, Kept.RESTORED, Kept.PUBLISHED, Kept.LARGE_DELETION, Kept.DAY)) {
			saved(Duration.ofDays(400), kept);
		}
		Thinning.STEPS.forEach((step) -> assertThat(step.sorted(this.versions, NOW))
			.isEqualTo(new Thinning.Sorted(List.of(), List.of())));
	}

	@Test
	void aClockThatWasSetBackLosesNoNewestVersion() {
		saved(7201, Kept.RECENT);
		saved(7210, Kept.RECENT);
		assertThat(MINUTES.sorted(this.versions, NOW)).isEqualTo(new Thinning.Sorted(List.of(2L), List.of(1L)));
	}

}
