package dev.chogo.posts;

import dev.chogo.accounts.AccountId;
import dev.chogo.wire.Page;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.VersionService;
import dev.chogo.writing.VersionView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a post was. */
@RestController
@RequestMapping(path = "/api/posts/{sequence:[1-9][0-9]{0,18}}/versions", produces = MediaType.APPLICATION_JSON_VALUE)
class PostVersionController {

	private static final String ONE = "/{version:[1-9][0-9]{0,18}}";

	private final VersionService versions;

	private final PostShelf shelf;

	PostVersionController(VersionService versions, PostShelf shelf) {
		this.versions = versions;
		this.shelf = shelf;
	}

	/** List the versions of a post, newest first. */
	@GetMapping
	ResponseEntity<VersionView.Items> list(AccountId author, @PathVariable long sequence, Window window) {
		Page<VersionView> page = this.versions.list(this.shelf, author, sequence, window);
		return page.answer("/api/posts/%d/versions".formatted(sequence), window, VersionView.items(page));
	}

	/** Read a version of a post. */
	@GetMapping(ONE)
	VersionView.One read(AccountId author, @PathVariable long sequence, @PathVariable long version) {
		return new VersionView.One(true, this.versions.read(this.shelf, author, sequence, version));
	}

	/** Compare a version of a post with an older one. */
	@GetMapping(ONE + "/changes")
	VersionView.Changes changes(AccountId author, @PathVariable long sequence, @PathVariable long version,
			@RequestParam(required = false) @Nullable String since) {
		return new VersionView.Changes(true, this.versions.changes(this.shelf, author, sequence, version, since));
	}

	/** Make a post what it was. */
	@PostMapping(ONE + "/restoration")
	ResponseEntity<PostSaved> restore(AccountId author, @PathVariable long sequence, @PathVariable long version,
			Precondition precondition) {
		Receipt receipt = this.versions.restore(this.shelf, author, sequence, version, precondition);
		return receipt.on(ResponseEntity.ok()).body(PostSaved.of(receipt));
	}

}
