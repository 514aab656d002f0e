package dev.chogo.blog;

import dev.chogo.accounts.AccountId;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One's own blog as a whole. */
@RestController
@RequestMapping(path = "/api/blog", produces = MediaType.APPLICATION_JSON_VALUE)
class BlogController {

	private final BlogService blogs;

	BlogController(BlogService blogs) {
		this.blogs = blogs;
	}

	/** Read what one says of one's blog. */
	@GetMapping
	BlogView read(AccountId author) {
		return BlogView.of(this.blogs.of(author));
	}

	/** Change what one says of one's blog. */
	@PatchMapping(consumes = "application/merge-patch+json")
	BlogView change(AccountId author, @RequestBody ObjectNode patch) {
		return BlogView.of(this.blogs.change(author, patch));
	}

}
