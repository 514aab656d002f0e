package dev.chogo.drafts;

import dev.chogo.writing.Kept;
import dev.chogo.writing.Save;
import jakarta.persistence.Entity;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** One save of a draft. */
@Entity
@DynamicUpdate
class DraftVersion extends Save {

	private @Nullable Long post;

	protected DraftVersion() {
	}

	DraftVersion(Draft draft, String content, Kept kept) {
		super(draft, content, kept);
		this.post = draft.post();
	}

}
