package dev.chogo.archive;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** An older version of a text: one line of JSON. */
record Version(@JsonUnwrapped State state, String content) {

	Version withoutPassword() {
		return new Version(this.state.withoutPassword(), this.content);
	}

}
