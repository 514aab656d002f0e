package dev.chogo.merging;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A stretch of two texts that is in both, or in one of them only.
 *
 * @param op what became of it between the older text and the newer
 * @param text whole grapheme clusters, at least one
 */
public record Change(Op op, String text) {

	/** What became of a stretch. */
	public enum Op {

		@JsonProperty("equal")
		EQUAL,

		@JsonProperty("insert")
		INSERT,

		@JsonProperty("delete")
		DELETE

	}

}
