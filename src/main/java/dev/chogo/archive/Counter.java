package dev.chogo.archive;

import dev.chogo.journal.Kind;

/** Counts what it is told. */
class Counter implements Recipient {

	private long authors;

	private long drafts;

	private long posts;

	private long versions;

	@Override
	public void author(Author author) {
		this.authors++;
	}

	@Override
	public void text(Front front, String content) {
		if (front.kind() == Kind.DRAFT) {
			this.drafts++;
		}
		else {
			this.posts++;
		}
		this.versions++;
	}

	@Override
	public void version(Version version) {
		this.versions++;
	}

	Counts counts() {
		return new Counts(this.authors, this.drafts, this.posts, this.versions);
	}

}
