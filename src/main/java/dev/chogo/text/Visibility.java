package dev.chogo.text;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who may read a text once it is published. */
public enum Visibility {

	@JsonProperty("public")
	PUBLIC,

	/** Whoever knows the password. */
	@JsonProperty("protected")
	PROTECTED,

	/** The author alone. */
	@JsonProperty("private")
	PRIVATE

}
