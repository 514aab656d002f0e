package dev.chogo.search;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tallies;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Entry;
import dev.chogo.journal.Journal;
import dev.chogo.journal.Kind;
import dev.chogo.writing.Library;
import dev.chogo.writing.TextId;
import org.apache.lucene.search.Query;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the index up to what the store has. It pulls: a save never waits for the index,
 * and whoever searches has it read first what was saved until then.
 */
@Component
class Follower {

	private final Tallies tallies;

	private final Journal journal;

	private final Library library;

	private final Indexer indexer;

	private final Index index;

	Follower(Tallies tallies, Journal journal, Library library, Indexer indexer, Index index) {
		this.tallies = tallies;
		this.journal = journal;
		this.library = library;
		this.indexer = indexer;
		this.index = index;
	}

	/** Whether the index has all that an author has saved until now. */
	@Transactional(readOnly = true)
	public boolean isUpToDate(AccountId author) throws IndexLost {
		Optional<Tally> tally = this.tallies.findById(author.value());
		return tally.isPresent()
				&& backlog(author, tally.get(), watermark(author)).filter((it) -> it.changed().isEmpty()).isPresent();
	}

	/** Brings the index up to all that an author has saved until now. */
	@Transactional(readOnly = true)
	public void catchUp(AccountId author) throws IndexLost {
		Optional<Tally> tally = this.tallies.findById(author.value());
		if (tally.isPresent()) {
			catchUp(author, tally.get());
		}
		else {
			this.index.tell((index) -> index.purge(Documents.of(author)));
			this.index.tell(OpenIndex::show);
		}
	}

	private void catchUp(AccountId author, Tally tally) throws IndexLost {
		Optional<Watermark> known = watermark(author);
		Optional<Backlog> backlog = backlog(author, tally, known);
		if (backlog.isPresent()) {
			for (Map.Entry<TextId, Long> text : backlog.get().changed().entrySet()) {
				this.indexer.renew(text.getKey(), text.getValue());
			}
			mark(author, backlog.get().reached());
		}
		else {
			forget(author, known.isPresent());
			makeAnew(author, tally.entries());
		}
	}

	private Optional<Watermark> watermark(AccountId author) throws IndexLost {
		return this.index.ask((index) -> index.watermark(author));
	}

	private Optional<Backlog> backlog(AccountId author, Tally tally, Optional<Watermark> known) {
		return known.flatMap((it) -> Backlog.since(it, author, this.journal, tally.entries()));
	}

	private void forget(AccountId author, boolean known) throws IndexLost {
		Query all = Documents.of(author);
		this.index.tell(known ? (index) -> index.purge(all) : (index) -> index.remove(all));
	}

	private void makeAnew(AccountId author, long last) throws IndexLost {
		Watermark reached = watermark(author, last);
		for (Kind kind : Kind.values()) {
			for (long sequence : this.library.sequences(author, kind)) {
				this.indexer.add(new TextId(author, kind, sequence));
			}
		}
		mark(author, reached);
	}

	private Watermark watermark(AccountId author, long number) {
		return this.journal.after(author, number - 1, 1)
			.stream()
			.filter((entry) -> entry.number() == number)
			.map((entry) -> new Watermark(number, entry.happenedAt()))
			.findFirst()
			.orElseGet(() -> new Watermark(number, Instant.EPOCH));
	}

	/** Last, so that what is cut off in the middle is read again. */
	private void mark(AccountId author, Watermark reached) throws IndexLost {
		this.index.tell((index) -> index.mark(author, reached));
		this.index.tell(OpenIndex::show);
	}

}
