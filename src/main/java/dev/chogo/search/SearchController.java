package dev.chogo.search;

import dev.chogo.accounts.AccountId;
import dev.chogo.text.Words;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Page;
import dev.chogo.wire.Window;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where did that sentence go? */
@RestController
@RequestMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
class SearchController {

	private final SearchService search;

	SearchController(SearchService search) {
		this.search = search;
	}

	/** Find words in everything one ever wrote, what was saved last first. */
	@GetMapping
	ResponseEntity<SearchResult.Items> find(AccountId author, Window window) {
		if (!new Words(window.words()).any()) {
			throw new Invalid(Fault.of("q", "must have a word to look for"));
		}
		Page<SearchResult> page = this.search.find(author, window);
		return page.answer("/api/search", window, new SearchResult.Items(true, page.entries(), page.total()));
	}

}
