package dev.chogo.merging;

/**
 * A stretch of a text and what is put in its place.
 *
 * @param from where it begins, in UTF-16 units
 * @param to where it ends; {@code from} where something is only put in
 * @param text the new words; empty where something is only taken out
 */
record Edit(int from, int to, String text) {

	/** The same edit of a text that has so many units more in front. */
	Edit behind(int units) {
		return new Edit(this.from + units, this.to + units, this.text);
	}

	/**
	 * Whether not one unchanged word is left between this and an edit that begins no
	 * earlier.
	 */
	boolean reaches(Edit next) {
		return next.from <= this.to;
	}

}
