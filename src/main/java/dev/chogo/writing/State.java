package dev.chogo.writing;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a text is. */
public enum State {

	/** A draft that is being written. */
	@JsonProperty("desk")
	DESK,

	/** A draft that has become a post. */
	@JsonProperty("published")
	PUBLISHED,

	/** A post that readers can find. */
	@JsonProperty("live")
	LIVE,

	/** A draft or post that was deleted. */
	@JsonProperty("trash")
	TRASH

}
