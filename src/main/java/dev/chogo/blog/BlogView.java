package dev.chogo.blog;

/** The body of an answer about a blog. */
record BlogView(boolean success, About blog) {

	static BlogView of(Blog blog) {
		return new BlogView(true, new About(blog.title(), blog.description(), blog.timeZone().getId()));
	}

	/**
	 * What its author says of it.
	 *
	 * @param title empty where none was given
	 * @param description empty where none was given
	 * @param timeZone an IANA name
	 */
	record About(String title, String description, String timeZone) {
	}

}
