package dev.chogo.writing;

import java.time.Instant;

import dev.chogo.merging.Changes;
import dev.chogo.text.Details;
import dev.chogo.text.PackedText;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcType;
import org.springframework.data.domain.Persistable;

/**
 * One save of a text, whole: written once, and never changed but for the reason why it is
 * kept.
 */
@MappedSuperclass
public abstract class Save implements Persistable<SaveId> {

	/** In code points: what a slip of the hand takes away is more. */
	private static final int MUCH = 200;

	@EmbeddedId
	private SaveId id;

	@Embedded
	private Details details;

	@JdbcType(PackedText.class)
	private String content;

	private Instant savedAt;

	private int length;

	@Enumerated(EnumType.STRING)
	private Kept kept;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected Save() {
	}

	protected Save(Writing writing, String content, Kept kept) {
		this.id = new SaveId(writing.getId().author(), writing.sequence(), writing.version());
		this.details = writing.details();
		this.content = content;
		this.savedAt = writing.savedAt();
		this.length = writing.length();
		this.kept = kept;
		this.fresh = true;
	}

	@Override
	public SaveId getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	public Details details() {
		return this.details;
	}

	public String content() {
		return this.content;
	}

	public Instant savedAt() {
		return this.savedAt;
	}

	/** Code points of the content. */
	public int length() {
		return this.length;
	}

	Kept kept() {
		return this.kept;
	}

	/** Stays for ever, for this reason, unless it does so for another already. */
	public void keepFor(Kept reason) {
		if (this.kept.passes()) {
			this.kept = reason;
		}
	}

	/** Stays for ever if the content that comes after it has lost much of this one. */
	void keepIfMuchVanishesIn(String next) {
		if (!this.content.isBlank() && (next.isBlank() || Changes.vanished(this.content, next) > MUCH)) {
			keepFor(Kept.LARGE_DELETION);
		}
	}

}
