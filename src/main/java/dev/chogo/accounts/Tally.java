package dev.chogo.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * How many drafts and posts an author has, and the last number each kind was given, and
 * the journal. Every write of an author locks this row first: numbers are never used
 * twice, counting costs the same with one draft and with 100,000, and one author's writes
 * never deadlock.
 */
@Entity
public class Tally {

	@Id
	private long author;

	private long drafts;

	private long lastDraft;

	private long posts;

	private long lastPost;

	private long entries;

	protected Tally() {
	}

	Tally(AccountId author) {
		this.author = author.value();
	}

	public AccountId author() {
		return new AccountId(this.author);
	}

	public long drafts() {
		return this.drafts;
	}

	public long posts() {
		return this.posts;
	}

	/** Counts one more draft and gives it its number. */
	public long addDraft() {
		this.drafts++;
		return ++this.lastDraft;
	}

	public void dropDraft() {
		this.drafts--;
	}

	/** Counts a draft again that was dropped before. */
	public void bringDraftBack() {
		this.drafts++;
	}

	/** Counts one more post and gives it its number. */
	public long addPost() {
		this.posts++;
		return ++this.lastPost;
	}

	public void dropPost() {
		this.posts--;
	}

	/** Counts a post again that was dropped before. */
	public void bringPostBack() {
		this.posts++;
	}

	/** How many entries the author's journal has ever had. */
	public long entries() {
		return this.entries;
	}

	/** Gives one more entry of the journal its number. */
	public long addEntry() {
		return ++this.entries;
	}

	/** Puts right what a crash left wrong; a number that was given stays given. */
	public void recountDrafts(long drafts, long last) {
		this.drafts = drafts;
		this.lastDraft = Math.max(this.lastDraft, last);
	}

	/** Puts right what a crash left wrong; a number that was given stays given. */
	public void recountPosts(long posts, long last) {
		this.posts = posts;
		this.lastPost = Math.max(this.lastPost, last);
	}

	/** Puts right what a crash left wrong; a number that was given stays given. */
	public void recountEntries(long last) {
		this.entries = Math.max(this.entries, last);
	}

}
