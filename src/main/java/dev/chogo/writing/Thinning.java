package dev.chogo.writing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which versions of a text go with age: all of the last hour stay, then the last of each
 * minute for a day, of each hour for thirty days, of each day for ever.
 *
 * @param from why those it looks at are kept until now
 * @param age at which they have to have another reason
 * @param span of which the last one stays
 * @param to why that one is kept from then on
 */
record Thinning(Kept from, Duration age, Duration span, Kept to) {

	static final List<Thinning> STEPS = List.of(
			new Thinning(Kept.RECENT, Duration.ofHours(1), Duration.ofMinutes(1), Kept.MINUTE),
			new Thinning(Kept.MINUTE, Duration.ofDays(1), Duration.ofHours(1), Kept.HOUR),
			new Thinning(Kept.HOUR, Duration.ofDays(30), Duration.ofDays(1), Kept.DAY));

	/**
	 * Sorts those that are old enough.
	 * @param versions all of one text, newest first
	 */
	Sorted sorted(List<VersionView> versions, Instant now) {
		Set<Long> lasts = Set
			.copyOf(versions.stream().collect(Collectors.toMap(this::span, VersionView::version, Math::max)).values());
		Map<Boolean, List<Long>> isLast = versions.stream()
			.filter((it) -> it.kept() == this.from && it.savedAt().isBefore(before(now)))
			.map(VersionView::version)
			.collect(Collectors.partitioningBy(lasts::contains));
		return new Sorted(isLast.getOrDefault(true, List.of()), isLast.getOrDefault(false, List.of()));
	}

	/** What was saved before this is old enough. */
	Instant before(Instant now) {
		return now.minus(this.age);
	}

	private long span(VersionView version) {
		return Math.floorDiv(version.savedAt().toEpochMilli(), this.span.toMillis());
	}

	/**
	 * Versions that were old enough.
	 *
	 * @param stay the last of their spans
	 * @param go all others
	 */
	record Sorted(List<Long> stay, List<Long> go) {
	}

}
