package dev.chogo.search;

import java.time.Instant;
import java.util.List;

import dev.chogo.journal.Kind;
import dev.chogo.writing.Standing;
import dev.chogo.writing.State;
import dev.chogo.writing.TextId;
import dev.chogo.writing.VersionView;

/**
 * A text that has the words looked for.
 *
 * @param version the newest version that has them
 * @param state where the text is
 * @param title of that version
 * @param excerpt the words around the first hit, at most 200 characters in one line
 * @param savedAt when that version was saved
 * @param current whether that version is what the text is now
 */
record SearchResult(Kind kind, long sequence, long version, State state, String title, String excerpt, Instant savedAt,
		boolean current) {

	static SearchResult of(TextId text, Standing standing, VersionView.Whole version, String excerpt) {
		return new SearchResult(text.kind(), text.sequence(), version.version(), standing.state(), version.title(),
				excerpt, version.savedAt(), version.version() == standing.version());
	}

	/** The body of a list. */
	record Items(boolean success, List<SearchResult> results, long total) {
	}

}
