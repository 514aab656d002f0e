package dev.chogo.posts;

import java.net.URI;

import dev.chogo.accounts.AccountId;
import dev.chogo.text.WritingForm;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import dev.chogo.writing.Receipt;
import jakarta.validation.Valid;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Published texts, for their author. */
@RestController
@RequestMapping(path = "/api/posts", produces = MediaType.APPLICATION_JSON_VALUE)
class PostController {

	private static final String ONE = "/{sequence:[1-9][0-9]{0,18}}";

	private final PostService posts;

	PostController(PostService posts) {
		this.posts = posts;
	}

	/** Publish a text at once. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PostSaved> write(AccountId author, @Valid @RequestBody WritingForm form) {
		Receipt receipt = this.posts.write(author, form);
		return receipt.withTagOn(ResponseEntity.created(URI.create("/api/posts/" + receipt.sequence())))
			.body(PostSaved.of(receipt));
	}

	/** List posts, newest first. */
	@GetMapping
	ResponseEntity<PostView.Items> list(AccountId author, Window window) {
		Page<PostView.Item> page = this.posts.list(author, window);
		return page.answer("/api/posts", window, new PostView.Items(true, page.entries(), page.total()));
	}

	/** Read a post. */
	@GetMapping(ONE)
	ResponseEntity<PostView.One> read(AccountId author, @PathVariable long sequence, Precondition precondition) {
		PostView post = this.posts.read(author, sequence);
		return precondition.answer(post.version(), new PostView.One(true, post));
	}

	/** Save a post whole. */
	@PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<PostSaved> rewrite(AccountId author, @PathVariable long sequence, Precondition precondition,
			@Valid @RequestBody WritingForm form) {
		Receipt receipt = this.posts.rewrite(author, sequence, precondition, form.whole());
		return receipt.on(ResponseEntity.ok()).body(PostSaved.of(receipt));
	}

	/** Save what has changed of a post. */
	@PatchMapping(path = ONE, consumes = "application/merge-patch+json")
	ResponseEntity<PostSaved> amend(AccountId author, @PathVariable long sequence, Precondition precondition,
			@RequestBody ObjectNode patch) {
		Receipt receipt = this.posts.amend(author, sequence, precondition, patch);
		return receipt.withTagOn(ResponseEntity.ok()).body(PostSaved.of(receipt));
	}

	/** Delete a post. */
	@DeleteMapping(ONE)
	ResponseEntity<Deleted> delete(AccountId author, @PathVariable long sequence, Precondition precondition) {
		Receipt receipt = this.posts.delete(author, sequence, precondition);
		return receipt.on(ResponseEntity.ok()).body(new Deleted(true, receipt.total()));
	}

	/** The body of an answer to DELETE. */
	record Deleted(boolean success, long total) {
	}

}
