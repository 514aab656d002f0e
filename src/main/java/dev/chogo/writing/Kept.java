package dev.chogo.writing;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Why a version is kept. The first four go with age, each the last of its span; the
 * others stay for ever.
 */
public enum Kept {

	/** Saved within the last hour. */
	@JsonProperty("recent")
	RECENT,

	/** The last of its minute, for a day. */
	@JsonProperty("minute")
	MINUTE,

	/** The last of its hour, for thirty days. */
	@JsonProperty("hour")
	HOUR,

	/** The last of its day. */
	@JsonProperty("day")
	DAY,

	/** A person pressed the button. */
	@JsonProperty("explicit")
	EXPLICIT,

	@JsonProperty("restored")
	RESTORED,

	@JsonProperty("published")
	PUBLISHED,

	/** More than 200 characters, or all there were, vanished with the next save. */
	@JsonProperty("large-deletion")
	LARGE_DELETION;

	static Kept of(boolean explicit) {
		return explicit ? EXPLICIT : RECENT;
	}

	/** Whether age alone can end it. */
	boolean passes() {
		return compareTo(EXPLICIT) < 0;
	}

}
