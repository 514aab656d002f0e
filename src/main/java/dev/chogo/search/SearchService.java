package dev.chogo.search;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.text.Words;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.Page;
import dev.chogo.wire.Window;
import dev.chogo.writing.Finder;
import dev.chogo.writing.Library;
import dev.chogo.writing.State;
import dev.chogo.writing.TextId;
import org.apache.lucene.search.Query;
import org.springframework.stereotype.Service;

/** Answers by the index where texts are, and by the store what they say. */
@Service
class SearchService implements Finder {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/** A list can be read instead, and waits with a transaction open. */
	private static final Duration LIST_PATIENCE = Duration.ofSeconds(1);

	private static final Comparator<Hit> LATEST_FIRST = Comparator.comparing(Hit::place, Cursor.ORDER);

	/** So many texts are read through, all versions of each, for one search. */
	private static final int READ_THROUGH = 10;

	private final Turn turn;

	private final Index index;

	private final Library library;

	SearchService(Turn turn, Index index, Library library) {
		this.turn = turn;
		this.index = index;
		this.library = library;
	}

	@Override
	public Optional<List<Cursor>> find(AccountId author, Kind kind, State state, Words words) {
		try {
			this.turn.catchUp(author, LIST_PATIENCE);
			return Optional.of(hits(Documents.listed(having(words, author), kind, state)).stream()
				.map((hit) -> new Cursor(hit.listedAt(), hit.text(author).sequence()))
				.sorted(Cursor.ORDER)
				.toList());
		}
		catch (IndexLost ex) {
			return Optional.empty();
		}
	}

	/**
	 * Every text that has the words, or had them: once, with the newest version that has
	 * them.
	 * @throws NotSearchable where the index cannot be asked
	 */
	Page<SearchResult> find(AccountId author, Window window) {
		Words words = new Words(window.words());
		List<Hit> hits = newest(author, words);
		return Page
			.of(window, (after) -> behind(after, hits, window.limit() + 1), (hit) -> true, Hit::place, hits.size())
			.with((page) -> results(page, author, words));
	}

	private List<Hit> newest(AccountId author, Words words) {
		try {
			this.turn.catchUp(author, PATIENCE);
			Map<Long, Hit> newest = newestOfEach(hits(having(words, author)));
			return Stream.concat(newest.values().stream(), scattered(author, words, newest.keySet()))
				.sorted(LATEST_FIRST)
				.toList();
		}
		catch (IndexLost ex) {
			throw new NotSearchable(ex);
		}
	}

	private static Map<Long, Hit> newestOfEach(List<Hit> hits) {
		return hits.stream()
			.collect(Collectors.toMap(Hit::number, Function.identity(),
					BinaryOperator.maxBy(Comparator.comparing(Hit::version)), HashMap::new));
	}

	/**
	 * Texts that had the words, some in sentences that vanished and some in sentences
	 * that did not, so that nothing in the index has all of them.
	 */
	private Stream<Hit> scattered(AccountId author, Words words, Set<Long> found) throws IndexLost {
		List<String> each = words.each();
		if (each.size() == 1) {
			return Stream.empty();
		}
		Map<Long, Hit> candidates = having(each.get(0), author);
		for (String word : each.subList(1, each.size())) {
			candidates.keySet().retainAll(having(word, author).keySet());
		}
		candidates.keySet().removeAll(found);
		return candidates.values()
			.stream()
			.sorted(LATEST_FIRST)
			.limit(READ_THROUGH)
			.flatMap((hit) -> this.library.newest(hit.text(author), words)
				.map((it) -> new Hit(hit.number(), it.version(), it.savedAt(), hit.listedAt()))
				.stream());
	}

	private Map<Long, Hit> having(String word, AccountId author) throws IndexLost {
		return newestOfEach(hits(having(new Words(word), author)));
	}

	private Query having(Words words, AccountId author) {
		return Documents.having(words, author, this.library.trashBegins());
	}

	private List<Hit> hits(Query query) throws IndexLost {
		return this.index.ask((index) -> index.find(query));
	}

	private static List<Hit> behind(Cursor after, List<Hit> hits, int limit) {
		return hits.stream().filter((hit) -> Cursor.ORDER.compare(hit.place(), after) > 0).limit(limit).toList();
	}

	private List<SearchResult> results(List<Hit> hits, AccountId author, Words words) {
		return hits.stream().flatMap((hit) -> result(hit.text(author), hit.version(), words).stream()).toList();
	}

	/** What has left the store since is not shown. */
	private Optional<SearchResult> result(TextId text, long version, Words words) {
		return this.library.standing(text)
			.flatMap((standing) -> this.library.after(text, version - 1)
				.filter((it) -> it.version() == version)
				.map((it) -> SearchResult.of(text, standing, it, Excerpt.of(it.format(), it.content(), words))));
	}

}
