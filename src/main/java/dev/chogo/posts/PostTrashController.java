package dev.chogo.posts;

import dev.chogo.accounts.AccountId;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.TrashService;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Posts that were deleted. */
@RestController
@RequestMapping(path = "/api/posts/trash", produces = MediaType.APPLICATION_JSON_VALUE)
class PostTrashController {

	private static final String ONE = "/{sequence:[1-9][0-9]{0,18}}";

	private final TrashService trash;

	private final PostService posts;

	private final PostShelf shelf;

	PostTrashController(TrashService trash, PostService posts, PostShelf shelf) {
		this.trash = trash;
		this.posts = posts;
		this.shelf = shelf;
	}

	/** List deleted posts, the latest first. */
	@GetMapping
	ResponseEntity<PostView.Items> list(AccountId author, Window window) {
		Page<PostView.Item> page = this.trash.list(this.shelf, author, window,
				(found) -> this.posts.items(author, found));
		return page.answer("/api/posts/trash", window, new PostView.Items(true, page.entries(), page.total()));
	}

	/** Take a post out of the trash. */
	@PostMapping(ONE + "/restoration")
	ResponseEntity<PostSaved> restore(AccountId author, @PathVariable long sequence, Precondition precondition) {
		Receipt receipt = this.trash.restore(this.shelf, author, sequence, precondition);
		return receipt.on(ResponseEntity.ok()).body(PostSaved.of(receipt));
	}

	/** Delete a post for good. */
	@DeleteMapping(ONE)
	PostController.Deleted empty(AccountId author, @PathVariable long sequence, Precondition precondition) {
		return new PostController.Deleted(true, this.trash.empty(this.shelf, author, sequence, precondition));
	}

	/** Empty the trash. */
	@DeleteMapping
	PostController.Deleted emptyAll(AccountId author) {
		this.trash.empty(this.shelf, author);
		return new PostController.Deleted(true, 0);
	}

}
