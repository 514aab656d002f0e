package dev.chogo.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param at a later time, until the year 9999; one that is past means now
 */
record PublicationForm(@Nullable Instant at) {

	private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

	/** The time that is still to come, or null. */
	@Nullable Instant later(Clock clock) {
		if (this.at != null && this.at.isAfter(LATEST)) {
			throw new Invalid(Fault.at("/at", "must not be after the year 9999"));
		}
		return (this.at != null && this.at.isAfter(clock.instant())) ? this.at.truncatedTo(ChronoUnit.MILLIS) : null;
	}

}
