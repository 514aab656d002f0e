package dev.chogo.journal;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The two kinds of text; each is numbered for itself. */
public enum Kind {

	@JsonProperty("draft")
	DRAFT,

	@JsonProperty("post")
	POST

}
