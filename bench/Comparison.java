package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import bench.Text.Save;

/** Holds what clients remember against what is stored and served. */
final class Comparison {

	private static final Pattern ITEM = Pattern.compile("\\{\"sequence\":(\\d+),\"title\":\"([^\"]*)\"");

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next");

	/**
	 * What must not be: half of a save, a save nobody sent, an answer that makes no
	 * sense.
	 */
	private final Collection<String> torn = new ConcurrentLinkedQueue<>();

	/** Tears in the files of killed services, which their next start has to mend. */
	private int mended;

	void found(String torn) {
		this.torn.add(torn);
	}

	Collection<String> torn() {
		return this.torn;
	}

	void print() {
		System.out.printf("%d torn, %d mended at a start%n", this.torn.size(), this.mended);
		this.torn.stream().limit(20).forEach((torn) -> System.out.println("torn: " + torn));
	}

	/** After a fault: what was acknowledged must be in the file, before any repair. */
	void withFileAfterFault(Store store, List<Writer> writers) throws SQLException {
		this.mended += store.torn().size();
		for (Writer writer : writers) {
			for (Text text : writer.texts) {
				if (!text.spoiled) {
					List<Save> stored = store.versions(writer.handle, text.sequence);
					text.saves.stream().filter((save) -> !stored.contains(save)).forEach((save) -> save.lost = true);
				}
			}
		}
	}

	/**
	 * After the restart: the author must be served what was acknowledged, and what was
	 * not answered wholly or not at all.
	 */
	void withAnswers(Http http, List<Writer> ofOneAuthor) throws IOException {
		Map<String, Long> sequences = new HashMap<>();
		long total = list(http, sequences);
		long expected = 0;
		for (Writer writer : ofOneAuthor) {
			settleBegun(writer, sequences);
			for (Text text : writer.texts) {
				if (text.touched) {
					text.touched = false;
					compare(text, http.get("/api/drafts/" + text.sequence));
				}
				expected += text.there ? 1 : 0;
			}
		}
		if (total != expected || sequences.size() != expected) {
			found("%s is told of %d drafts and shown %d, but has %d".formatted(ofOneAuthor.get(0).handle, total,
					sequences.size(), expected));
		}
	}

	/**
	 * All of an author's drafts, by title, which no two share; answers with
	 * {@code total}.
	 */
	private static long list(Http http, Map<String, Long> sequences) throws IOException {
		String path = "/api/drafts?limit=100";
		while (true) {
			Http.Answer answer = http.get(path).expect(200);
			Matcher item = ITEM.matcher(answer.body());
			while (item.find()) {
				sequences.put(item.group(2), Long.valueOf(item.group(1)));
			}
			Matcher next = NEXT.matcher(answer.field("Link"));
			if (!next.find()) {
				return Long.parseLong(answer.find("\"total\":(\\d+)"));
			}
			path = next.group(1);
		}
	}

	private static void settleBegun(Writer writer, Map<String, Long> sequences) {
		for (Text text : writer.begun) {
			Long sequence = sequences.get(text.unknown.title);
			if (sequence != null) {
				text.sequence = sequence;
				text.acknowledged();
				writer.texts.add(text);
			}
		}
		writer.begun.clear();
	}

	private void compare(Text text, Http.Answer answer) {
		text.there = answer.status() == 200;
		switch (answer.status()) {
			case 200 -> compare(text, stored(answer));
			case 410 -> {
				if (!text.deleting) {
					spoil(text, "is 410");
				}
				text.deleted = true;
			}
			case 404 -> text.lostAbove(0);
			default -> spoil(text, "is answered " + answer);
		}
	}

	private void compare(Text text, Save stored) {
		if (text.deleted) {
			text.deletionLost = true;
			text.spoiled = true;
		}
		text.deleting = false;
		if (stored.equals(text.unknown)) {
			text.acknowledged();
		}
		else if (stored.version < text.version() && stored.equals(text.saves.get((int) stored.version - 1))) {
			text.lostAbove(stored.version);
		}
		else if (!stored.equals(text.newest())) {
			spoil(text, "is " + stored);
		}
		text.unknown = null;
	}

	private void spoil(Text text, String how) {
		found("%s %s".formatted(text, how));
		text.spoiled = true;
	}

	/** A draft as it was served. */
	static Save stored(Http.Answer answer) {
		return new Save(Long.parseLong(answer.find("\"version\":(\\d+)")), answer.find("\"title\":\"([^\"]*)\""),
				Hangul.digest(answer.find("\"content\":\"([^\"]*)\"")));
	}

	/** After an orderly stop: all versions of all drafts, and nothing else. */
	void withFile(Store store, List<Writer> writers) throws SQLException {
		this.torn.addAll(store.torn());
		this.torn.addAll(store.brokenIndexes());
		for (Writer writer : writers) {
			for (Text text : writer.texts) {
				if (!text.spoiled) {
					compare(text, store.versions(writer.handle, text.sequence),
							store.deleted(writer.handle, text.sequence));
				}
			}
		}
	}

	private void compare(Text text, List<Save> stored, Boolean deleted) {
		if (!stored.equals(text.saves) || deleted == null || deleted != text.deleted) {
			text.saves.stream().filter((save) -> !stored.contains(save)).forEach((save) -> save.lost = true);
			spoil(text, "has in the file %s, deleted: %s".formatted(stored, deleted));
		}
	}

}
