package dev.chogo.posts;

import dev.chogo.writing.Kept;
import dev.chogo.writing.Save;
import jakarta.persistence.Entity;
import org.hibernate.annotations.DynamicUpdate;

/** One save of a post. */
@Entity
@DynamicUpdate
class PostVersion extends Save {

	protected PostVersion() {
	}

	PostVersion(Post post, String content, Kept kept) {
		super(post, content, kept);
	}

}
