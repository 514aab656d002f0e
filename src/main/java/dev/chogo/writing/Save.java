package dev.chogo.writing;

import java.time.Instant;

import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcType;
import org.springframework.data.domain.Persistable;

/** One save of a text, whole: written once, never changed. */
@MappedSuperclass
public abstract class Save implements Persistable<SaveId> {

	@EmbeddedId
	private SaveId id;

	@Embedded
	private Details details;

	@JdbcType(StreamedText.class)
	private String content;

	private Instant savedAt;

	/** Whether a person pressed the button. */
	private boolean explicit;

	@Transient
	private boolean fresh;

	@SuppressWarnings("NullAway.Init")
	protected Save() {
	}

	protected Save(Writing writing, String content, boolean explicit) {
		this.id = new SaveId(writing.getId().author(), writing.sequence(), writing.version());
		this.details = writing.details();
		this.content = content;
		this.savedAt = writing.savedAt();
		this.explicit = explicit;
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

}
