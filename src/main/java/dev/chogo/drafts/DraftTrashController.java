package dev.chogo.drafts;

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

/** Drafts that were deleted. */
@RestController
@RequestMapping(path = "/api/drafts/trash", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftTrashController {

	private static final String ONE = "/{sequence:[1-9][0-9]{0,18}}";

	private final TrashService trash;

	private final DraftService drafts;

	private final DraftShelf shelf;

	DraftTrashController(TrashService trash, DraftService drafts, DraftShelf shelf) {
		this.trash = trash;
		this.drafts = drafts;
		this.shelf = shelf;
	}

	/** List deleted drafts, the latest first. */
	@GetMapping
	ResponseEntity<DraftView.Items> list(AccountId author, Window window) {
		Page<DraftView.Item> page = this.trash.list(this.shelf, author, window,
				(found) -> this.drafts.items(author, found));
		return page.answer("/api/drafts/trash", window, new DraftView.Items(true, page.entries(), page.total()));
	}

	/** Take a draft out of the trash. */
	@PostMapping(ONE + "/restoration")
	ResponseEntity<DraftSaved> restore(AccountId author, @PathVariable long sequence, Precondition precondition) {
		Receipt receipt = this.trash.restore(this.shelf, author, sequence, precondition);
		return receipt.on(ResponseEntity.ok()).body(DraftSaved.of(receipt));
	}

	/** Delete a draft for good. */
	@DeleteMapping(ONE)
	DraftController.Deleted empty(AccountId author, @PathVariable long sequence, Precondition precondition) {
		return new DraftController.Deleted(true, this.trash.empty(this.shelf, author, sequence, precondition));
	}

	/** Empty the trash. */
	@DeleteMapping
	DraftController.Deleted emptyAll(AccountId author) {
		this.trash.empty(this.shelf, author);
		return new DraftController.Deleted(true, 0);
	}

}
