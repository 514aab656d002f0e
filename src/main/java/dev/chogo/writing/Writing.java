package dev.chogo.writing;

import java.time.Instant;

import dev.chogo.text.Details;
import dev.chogo.text.Digest;
import dev.chogo.text.Markup;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/**
 * The newest state of a text, without its content: that stands in the newest
 * {@link Save}, once. Whatever changes here makes a new version, because
 * {@code update … where version = ?} is how JPA stores it; a change that is none leaves
 * the row alone.
 */
@MappedSuperclass
public abstract class Writing implements Persistable<WritingId> {

	@EmbeddedId
	private WritingId id;

	@Version
	private long version = 1;

	@Embedded
	private Details details = Details.NONE;

	private String excerpt = "";

	private int length;

	private byte[] digest = Digest.EMPTY.sha256();

	private Instant createdAt;

	private Instant savedAt;

	@OptimisticLock(excluded = true)
	private @Nullable Instant deletedAt;

	@Transient
	private boolean stored;

	@SuppressWarnings("NullAway.Init")
	protected Writing() {
	}

	protected Writing(WritingId id, Instant now) {
		this.id = id;
		this.createdAt = now;
		this.savedAt = now;
	}

	/** Whether this text would be another if it took on what was sent. */
	boolean differsFrom(Details details, String content) {
		return !details.equals(this.details) || !Digest.of(content).equals(digest());
	}

	/** Takes on what its author sent. */
	public void edit(Details details, String content, Instant now) {
		this.details = details;
		this.digest = Digest.of(content).sha256();
		this.length = content.codePointCount(0, content.length());
		this.excerpt = Markup.excerpt(details.format(), content);
		this.savedAt = now;
	}

	public void delete(Instant now) {
		this.deletedAt = now;
	}

	public void restore() {
		this.deletedAt = null;
	}

	/** Tells that something beside the text has changed. */
	protected void touch(Instant now) {
		this.savedAt = now;
	}

	@Override
	public WritingId getId() {
		return this.id;
	}

	/**
	 * Spring Data would ask the database first, since the number is given, not generated.
	 */
	@Override
	public boolean isNew() {
		return !this.stored;
	}

	@PostLoad
	@PostPersist
	void isStored() {
		this.stored = true;
	}

	public long sequence() {
		return this.id.sequence();
	}

	public long version() {
		return this.version;
	}

	public Details details() {
		return this.details;
	}

	public String excerpt() {
		return this.excerpt;
	}

	/** Code points of the content. */
	public int length() {
		return this.length;
	}

	public Digest digest() {
		return new Digest(this.digest);
	}

	public Instant createdAt() {
		return this.createdAt;
	}

	public Instant savedAt() {
		return this.savedAt;
	}

	public @Nullable Instant deletedAt() {
		return this.deletedAt;
	}

}
