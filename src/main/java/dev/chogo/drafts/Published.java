package dev.chogo.drafts;

import java.net.URI;

import dev.chogo.posts.PostAddress;
import dev.chogo.writing.Gone;

/** 410: the draft is a post by now. */
class Published extends Gone {

	Published(PostAddress post) {
		setType(URI.create("/problems/published"));
		setTitle("Published");
		setDetail("This draft was published as post %d.".formatted(post.sequence()));
		getBody().setProperty("post", post);
	}

}
