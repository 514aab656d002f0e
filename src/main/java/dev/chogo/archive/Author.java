package dev.chogo.archive;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes, apart from what they wrote: {@code account.json}.
 *
 * @param passwordHash absent from backups that were to be without
 * @param lastDraft the last number that was given to a draft: none is given twice
 * @param lastPost the last number that was given to a post
 * @param entries how many entries the journal has ever had
 * @param blog absent where nothing was said of it yet
 */
record Author(String handle, String name, Instant createdAt, @Nullable String passwordHash, long lastDraft,
		long lastPost, long entries, @Nullable Blog blog) {

	Author withoutPassword() {
		return new Author(this.handle, this.name, this.createdAt, null, this.lastDraft, this.lastPost, this.entries,
				this.blog);
	}

	/** What an author says of the blog as a whole. */
	record Blog(String title, String description, String timeZone) {
	}

}
