package dev.chogo.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/**
 * Collects every hit. An author's are few enough, and newest first is an order that
 * stands still while one pages; a score does not.
 */
final class Hits implements CollectorManager<Hits.OfOneThread, List<Hit>> {

	@Override
	public OfOneThread newCollector() {
		return new OfOneThread(new ArrayList<>());
	}

	@Override
	public List<Hit> reduce(Collection<OfOneThread> collectors) {
		return collectors.stream().flatMap((it) -> it.found().stream()).toList();
	}

	/** What one thread has found. */
	record OfOneThread(List<Hit> found) implements Collector {

		@Override
		public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
			LeafReader reader = context.reader();
			NumericDocValues number = DocValues.getNumeric(reader, Documents.NUMBER);
			NumericDocValues version = DocValues.getNumeric(reader, Documents.VERSION);
			NumericDocValues savedAt = DocValues.getNumeric(reader, Documents.SAVED_AT);
			NumericDocValues listedAt = DocValues.getNumeric(reader, Documents.LISTED_AT);
			return new LeafCollector() {

				@Override
				public void setScorer(Scorable scorer) {
				}

				@Override
				public void collect(int document) throws IOException {
					OfOneThread.this.found.add(new Hit(value(number, document), value(version, document),
							Instant.ofEpochMilli(value(savedAt, document)),
							Instant.ofEpochMilli(value(listedAt, document))));
				}

			};
		}

		private static long value(NumericDocValues values, int document) throws IOException {
			values.advanceExact(document);
			return values.longValue();
		}

		@Override
		public ScoreMode scoreMode() {
			return ScoreMode.COMPLETE_NO_SCORES;
		}

	}

}
