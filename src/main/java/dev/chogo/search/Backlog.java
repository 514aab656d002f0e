package dev.chogo.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Change;
import dev.chogo.journal.Entry;
import dev.chogo.journal.Journal;
import dev.chogo.writing.TextId;

/**
 * What happened to an author's texts since the index was last brought up. However often a
 * text was saved, it is there once.
 *
 * @param changed the first version that is new of each text; 0 where older ones, or where
 * the text is, may have changed too
 * @param reached how far the journal was read
 */
record Backlog(Map<TextId, Long> changed, Watermark reached) {

	private static final int BATCH = 1_000;

	/**
	 * Reads a journal from a watermark on.
	 * @param last the number of its last entry
	 * @return nothing where the journal is another, or does not reach back so far
	 */
	static Optional<Backlog> since(Watermark watermark, AccountId author, Journal journal, long last) {
		// With the entry that was read last, because it tells whether this is the journal
		// it stood in.
		List<Entry> entries = journal.after(author, watermark.number() - 1, BATCH);
		if (!follow(watermark, entries, last)) {
			return Optional.empty();
		}
		Map<TextId, Long> changed = new LinkedHashMap<>();
		Watermark reached = watermark;
		while (!entries.isEmpty()) {
			for (Entry entry : entries) {
				if (entry.number() > watermark.number()) {
					changed.merge(new TextId(author, entry.kind(), entry.sequence()), from(entry), Math::min);
					reached = new Watermark(entry.number(), entry.happenedAt());
				}
			}
			entries = journal.after(author, reached.number(), BATCH);
		}
		return Optional.of(new Backlog(changed, reached));
	}

	private static boolean follow(Watermark watermark, List<Entry> entries, long last) {
		if (entries.isEmpty()) {
			return watermark.number() == last;
		}
		Entry first = entries.get(0);
		return first.number() == watermark.number() + 1
				|| (first.number() == watermark.number() && first.happenedAt().equals(watermark.happenedAt()));
	}

	private static long from(Entry entry) {
		return (entry.change() == Change.SAVED || entry.change() == Change.FORKED) ? entry.version() : 0;
	}

}
