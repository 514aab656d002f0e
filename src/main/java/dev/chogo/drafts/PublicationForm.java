package dev.chogo.drafts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param at a later time; one that is past means now
 */
record PublicationForm(@Nullable Instant at) {

	/** The time that is still to come, or null. */
	@Nullable Instant later(Clock clock) {
		return (this.at != null && this.at.isAfter(clock.instant())) ? this.at.truncatedTo(ChronoUnit.MILLIS) : null;
	}

}
