package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

import bench.Text.Save;

/**
 * What writers had acknowledged, by the time it was, held against a backup of a moment in
 * between.
 */
final class Ledger {

	private final List<Writer> writers;

	private final long begin;

	private final Comparison comparison;

	private long found;

	private long missing;

	/** When the writer's newest event that is in the backup was acknowledged. */
	private long newestFound;

	/** When the writer's oldest event that is not in the backup was acknowledged. */
	private long oldestMissing;

	/**
	 * Takes what all have written by now.
	 * @param begin when the backup was asked for
	 */
	Ledger(List<Writer> writers, long begin, Comparison comparison) {
		this.writers = writers;
		this.begin = begin;
		this.comparison = comparison;
	}

	/** How many saves and deletions are in the backup. */
	long found() {
		return this.found;
	}

	/** How many are not, although they were acknowledged before it began. */
	long missing() {
		return this.missing;
	}

	/** Each draft must be served as it was sent at some time. */
	void compareWithAnswers(Http nobody) throws IOException {
		for (Writer writer : this.writers) {
			Http http = nobody.signedIn(writer.handle);
			for (Text text : writer.texts) {
				Http.Answer answer = http.get("/api/drafts/" + text.sequence);
				if (answer.status() == 200 && !text.saves.contains(Comparison.stored(answer))) {
					this.comparison.found("%s is answered %s".formatted(text, answer));
				}
			}
		}
	}

	/** Everything of before the backup must be there, and all of it of one moment. */
	void compareWithFile(Store store) throws SQLException {
		store.torn().forEach(this.comparison::found);
		store.brokenIndexes().forEach(this.comparison::found);
		for (Writer writer : this.writers) {
			this.newestFound = Long.MIN_VALUE;
			this.oldestMissing = Long.MAX_VALUE;
			for (Text text : writer.texts) {
				compare(text, store.versions(writer.handle, text.sequence),
						store.deleted(writer.handle, text.sequence));
			}
			// Each sends only after the answer to what was before.
			if (this.oldestMissing < this.newestFound) {
				this.comparison.found("%s is not backed up as of one moment".formatted(writer.handle));
			}
		}
	}

	private void compare(Text text, List<Save> stored, Boolean deleted) {
		if (!text.saves.containsAll(stored)) {
			this.comparison.found("%s has in the backup %s".formatted(text, stored));
		}
		text.saves.forEach((save) -> count(stored.contains(save), save.acknowledgedAt, text));
		if (text.deleted) {
			count(Boolean.TRUE.equals(deleted), text.deletedAt, text);
		}
	}

	private void count(boolean there, long acknowledgedAt, Text text) {
		if (there) {
			this.found++;
			this.newestFound = Math.max(this.newestFound, acknowledgedAt);
		}
		else {
			this.oldestMissing = Math.min(this.oldestMissing, acknowledgedAt);
		}
		if (!there && acknowledgedAt < this.begin) {
			this.missing++;
			this.comparison.found("%s lacks in the backup what was acknowledged before".formatted(text));
		}
	}

}
