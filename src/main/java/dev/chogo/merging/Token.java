package dev.chogo.merging;

/** A line or a word where it stands in its text. */
record Token(String text, int from, int to) {

	/** Whether the two read the same, wherever they stand. */
	boolean same(Token other) {
		int length = this.to - this.from;
		return length == other.to - other.from && this.text.regionMatches(this.from, other.text, other.from, length);
	}

}
