package dev.chogo.journal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can happen to a text. */
public enum Change {

	@JsonProperty("saved")
	SAVED,

	/** Into the trash; or, of a post, taken back. */
	@JsonProperty("deleted")
	DELETED,

	/** Out of the trash, back to the desk, or to an older version. */
	@JsonProperty("restored")
	RESTORED,

	@JsonProperty("published")
	PUBLISHED,

	/** Begun from a save that could not be merged with what was stored. */
	@JsonProperty("forked")
	FORKED,

	/** Out of the trash for ever, versions and all. */
	@JsonProperty("emptied")
	EMPTIED,

	/** Some of its versions went, by their age; the text is as it was. */
	@JsonProperty("thinned")
	THINNED

}
