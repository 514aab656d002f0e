package dev.chogo.archive;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.People;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own writing, to take along. */
@RestController
class ExportController {

	private final Exports exports;

	private final People people;

	private final Clock clock;

	ExportController(Exports exports, People people, Clock clock) {
		this.exports = exports;
		this.people = people;
		this.clock = clock;
	}

	/** Download all of one's own writing. */
	@GetMapping(path = "/api/account/export", produces = "application/zip")
	ResponseEntity<Resource> download(AccountId author) throws IOException {
		String name = "chogo-%s-%s.zip".formatted(this.people.byId(author).handle(),
				LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.body(new InputStreamResource(this.exports.of(author)));
	}

}
