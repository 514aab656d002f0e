package dev.chogo.posts;

import dev.chogo.writing.Save;
import jakarta.persistence.Entity;

/** One save of a post. */
@Entity
class PostVersion extends Save {

	protected PostVersion() {
	}

	PostVersion(Post post, String content, boolean explicit) {
		super(post, content, explicit);
	}

}
