package dev.chogo.archive;

/**
 * How much there is.
 *
 * @param drafts also those in the trash, and those that became posts
 * @param posts also those in the trash
 * @param versions of drafts and posts, the newest of each among them
 */
record Counts(long authors, long drafts, long posts, long versions) {

	@Override
	public String toString() {
		return "%s, %s, %s, %s".formatted(some(this.authors, "author"), some(this.drafts, "draft"),
				some(this.posts, "post"), some(this.versions, "version"));
	}

	static String some(long count, String what) {
		return "%d %s%s".formatted(count, what, (count == 1) ? "" : "s");
	}

}
