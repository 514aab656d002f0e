package dev.chogo.drafts;

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

/**
 * The exchange everything else grew from: save a draft, list, read, change and delete it.
 */
@RestController
@RequestMapping(path = "/api/drafts", produces = MediaType.APPLICATION_JSON_VALUE)
class DraftController {

	private static final String ONE = "/{sequence:[1-9][0-9]{0,18}}";

	private final DraftService drafts;

	DraftController(DraftService drafts) {
		this.drafts = drafts;
	}

	/** 임시저장: save a new draft. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DraftSaved> save(AccountId author, @Valid @RequestBody WritingForm form) {
		Receipt receipt = this.drafts.save(author, form.begun());
		return receipt.withTagOn(ResponseEntity.created(URI.create("/api/drafts/" + receipt.sequence())))
			.body(DraftSaved.of(receipt));
	}

	/** List drafts, newest save first. */
	@GetMapping
	ResponseEntity<DraftView.Items> list(AccountId author, Window window) {
		Page<DraftView.Item> page = this.drafts.list(author, window);
		return page.answer("/api/drafts", window, new DraftView.Items(true, page.entries(), page.total()));
	}

	/** Read a draft. */
	@GetMapping(ONE)
	ResponseEntity<DraftView.One> read(AccountId author, @PathVariable long sequence, Precondition precondition) {
		DraftView draft = this.drafts.read(author, sequence);
		return precondition.answer(draft.version(), new DraftView.One(true, draft));
	}

	/** Save a draft whole. */
	@PutMapping(path = ONE, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DraftSaved> rewrite(AccountId author, @PathVariable long sequence, Precondition precondition,
			@Valid @RequestBody WritingForm form) {
		Receipt receipt = this.drafts.rewrite(author, sequence, precondition, form.whole());
		return receipt.on(ResponseEntity.ok()).body(DraftSaved.of(receipt));
	}

	/** Autosave: save what has changed of a draft. */
	@PatchMapping(path = ONE, consumes = "application/merge-patch+json")
	ResponseEntity<DraftSaved> amend(AccountId author, @PathVariable long sequence, Precondition precondition,
			@RequestBody ObjectNode patch) {
		Receipt receipt = this.drafts.amend(author, sequence, precondition, patch);
		return receipt.withTagOn(ResponseEntity.ok()).body(DraftSaved.of(receipt));
	}

	/** Delete a draft. */
	@DeleteMapping(ONE)
	ResponseEntity<Deleted> delete(AccountId author, @PathVariable long sequence, Precondition precondition) {
		Receipt receipt = this.drafts.delete(author, sequence, precondition);
		return receipt.on(ResponseEntity.ok()).body(new Deleted(true, receipt.total()));
	}

	/** The body of an answer to DELETE. */
	record Deleted(boolean success, long total) {
	}

}
