package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;

import bench.Text.Save;

/**
 * Somebody who writes without a pause, and remembers what was acknowledged. Several may
 * share an author, but each has drafts of its own, so no save is ever stale.
 */
final class Writer {

	private static final int DRAFTS = 5;

	final String handle;

	/** All drafts so far, deleted ones too. */
	final List<Text> texts = new ArrayList<>();

	/** POSTs that were not answered. */
	final List<Text> begun = new ArrayList<>();

	private final List<Text> desk = new ArrayList<>();

	private final String name;

	private final Random random;

	private final LongAdder acknowledged;

	private final Patience patience;

	private long number;

	/**
	 * Makes somebody new.
	 * @param acknowledged counts what was answered
	 */
	Writer(String handle, String name, Random random, LongAdder acknowledged, Patience patience) {
		this.handle = handle;
		this.name = name;
		this.random = random;
		this.acknowledged = acknowledged;
		this.patience = patience;
	}

	/**
	 * Writes until there is no answer any more, or enough is written.
	 * @throws IOException when the service is gone
	 * @throws IllegalStateException when it answers what it should not
	 */
	void write(Http http, BooleanSupplier enough) throws IOException {
		this.desk.removeIf((text) -> !text.writable());
		while (!enough.getAsBoolean()) {
			int chance = this.random.nextInt(100);
			if (this.desk.isEmpty() || (chance < 8 && this.desk.size() < DRAFTS)) {
				create(http);
			}
			else if (chance < 12 && this.desk.size() > 1) {
				delete(http, this.desk.remove(this.random.nextInt(this.desk.size())));
			}
			else {
				change(http, this.desk.get(this.random.nextInt(this.desk.size())));
			}
			this.acknowledged.increment();
		}
	}

	private void create(Http http) throws IOException {
		Text text = new Text();
		this.begun.add(text);
		String key = this.name + "-" + this.number;
		Http.Answer answer = this.patience.send(http, "POST", "/api/drafts", body(text), "Idempotency-Key", key);
		demand(answer.status() == 201, answer, text);
		text.sequence = Long.parseLong(answer.find("\"sequence\":(\\d+)"));
		saved(answer, text);
		this.begun.remove(text);
		this.texts.add(text);
		this.desk.add(text);
	}

	private void change(Http http, Text text) throws IOException {
		String tag = "\"%d\"".formatted(text.version());
		Http.Answer answer = this.patience.send(http, "PATCH", path(text), body(text), "If-Match", tag);
		demand(answer.status() == 200, answer, text);
		saved(answer, text);
	}

	/**
	 * A new title and 1 to 64 KB of new content, which are noted before they are sent.
	 */
	private String body(Text text) {
		String title = "%s-%d".formatted(this.name, ++this.number);
		String content = Hangul.text(this.random, 1024 + this.random.nextInt(63 * 1024));
		text.unknown = new Save(text.version() + 1, title, Hangul.digest(content));
		text.touched = true;
		return "{\"title\":\"%s\",\"content\":\"%s\"}".formatted(title, content);
	}

	private void saved(Http.Answer answer, Text text) {
		demand(answer.version() == text.unknown.version, answer, text);
		demand(answer.field("Chogo-Digest").equals(text.unknown.digest), answer, text);
		text.acknowledged();
	}

	private void delete(Http http, Text text) throws IOException {
		text.deleting = true;
		text.touched = true;
		Http.Answer answer = this.patience.send(http, "DELETE", path(text), null);
		// 410 where it was sent again, and had been carried out, but not acknowledged.
		demand(answer.status() == 200 || answer.status() == 410, answer, text);
		text.deleted = true;
		text.deletedAt = System.nanoTime();
	}

	private static void demand(boolean condition, Http.Answer answer, Text text) {
		if (!condition) {
			throw new IllegalStateException("%s was answered %s".formatted(text, answer));
		}
	}

	private static String path(Text text) {
		return "/api/drafts/" + text.sequence;
	}

	long lost() {
		return this.texts.stream().mapToLong(Text::lost).sum();
	}

}
