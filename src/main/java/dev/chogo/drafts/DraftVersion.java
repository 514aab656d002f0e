package dev.chogo.drafts;

import dev.chogo.writing.Save;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** One save of a draft. */
@Entity
class DraftVersion extends Save {

	private @Nullable Long post;

	protected DraftVersion() {
	}

	DraftVersion(Draft draft, String content, boolean explicit) {
		super(draft, content, explicit);
		this.post = draft.post();
	}

}
