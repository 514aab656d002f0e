package dev.chogo.drafts;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;

import dev.chogo.accounts.AccountId;
import dev.chogo.posts.PostSaved;
import dev.chogo.posts.Publication;
import dev.chogo.wire.Precondition;
import dev.chogo.writing.Receipt;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The way from the desk to the readers, and back. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class PublicationController {

	private static final String DRAFT = "/drafts/{sequence:[1-9][0-9]{0,18}}/publication";

	private static final String POST = "/posts/{sequence:[1-9][0-9]{0,18}}/draft";

	private final DraftService drafts;

	private final Clock clock;

	PublicationController(DraftService drafts, Clock clock) {
		this.drafts = drafts;
		this.clock = clock;
	}

	/** Publish a draft, now or later. */
	@PostMapping(path = DRAFT, consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<? extends Record> publish(AccountId author, @PathVariable long sequence, Precondition precondition,
			@Valid @RequestBody(required = false) @Nullable PublicationForm form) {
		Instant later = (form != null) ? form.later(this.clock) : null;
		return (later != null) ? planned(this.drafts.schedule(author, sequence, precondition, later))
				: published(this.drafts.publish(author, sequence, precondition));
	}

	private static ResponseEntity<DraftSaved> planned(Receipt receipt) {
		return receipt.on(ResponseEntity.accepted()).body(DraftSaved.of(receipt));
	}

	private static ResponseEntity<PostSaved> published(Publication publication) {
		URI post = URI.create("/api/posts/" + publication.receipt().sequence());
		ResponseEntity.BodyBuilder answer = (publication.renewed() > 0)
				? ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, post.toString())
				: ResponseEntity.created(post);
		return publication.receipt().withTagOn(answer).body(PostSaved.of(publication.receipt()));
	}

	/** Undo a publication, or call it off. */
	@DeleteMapping(DRAFT)
	ResponseEntity<DraftSaved> takeBack(AccountId author, @PathVariable long sequence, Precondition precondition) {
		Receipt receipt = this.drafts.takeBack(author, sequence, precondition);
		return receipt.on(ResponseEntity.ok()).body(DraftSaved.of(receipt));
	}

	/** Take a post back to the desk; it stays live. */
	@PostMapping(POST)
	ResponseEntity<DraftSaved> desk(AccountId author, @PathVariable long sequence) {
		DraftService.Desk desk = this.drafts.desk(author, sequence);
		URI draft = URI.create("/api/drafts/" + desk.receipt().sequence());
		ResponseEntity.BodyBuilder answer = desk.made() ? ResponseEntity.created(draft)
				: ResponseEntity.ok().header(HttpHeaders.CONTENT_LOCATION, draft.toString());
		return desk.receipt().withTagOn(answer).body(DraftSaved.of(desk.receipt()));
	}

}
