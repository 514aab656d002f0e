package dev.chogo.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the content of a text is to be read. */
public enum Format {

	@JsonProperty("markdown")
	MARKDOWN,

	@JsonProperty("html")
	HTML

}
