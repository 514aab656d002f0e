package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** Eight writers of four authors. */
final class Crew {

	private static final int WRITERS = 8;

	private static final int AUTHORS = 4;

	private final List<Writer> writers = new ArrayList<>();

	private final List<Thread> threads = new ArrayList<>();

	private final Map<String, Http> authors = new TreeMap<>();

	private final LongAdder acknowledged = new LongAdder();

	private final Comparison comparison;

	private volatile boolean endExpected;

	private volatile boolean enough;

	Crew(Random random, Comparison comparison, Patience patience) {
		this.comparison = comparison;
		for (int i = 0; i < WRITERS; i++) {
			this.writers.add(new Writer("author-" + i % AUTHORS, "writer-" + i, new Random(random.nextLong()),
					this.acknowledged, patience));
		}
	}

	void signUp(int port) throws IOException {
		for (int i = 0; i < AUTHORS; i++) {
			new Http(port).signUp("author-" + i);
		}
	}

	/** To be called after each start. */
	void signIn(int port) throws IOException {
		for (int i = 0; i < AUTHORS; i++) {
			String handle = "author-" + i;
			this.authors.put(handle, new Http(port).signedIn(handle));
		}
	}

	/** Begins to write, and comes back with the first save. */
	void write() throws InterruptedException {
		this.endExpected = false;
		this.threads.clear();
		for (Writer writer : this.writers) {
			Http http = this.authors.get(writer.handle);
			this.threads.add(new Thread(() -> write(writer, http)));
		}
		long before = this.acknowledged.sum();
		this.threads.forEach(Thread::start);
		// An idle service is no use to kill.
		for (int i = 0; i < 3000 && this.acknowledged.sum() == before; i++) {
			Thread.sleep(10);
		}
	}

	private void write(Writer writer, Http http) {
		try {
			writer.write(http, () -> this.enough);
		}
		catch (IOException ex) {
			if (!this.endExpected) {
				this.comparison.found("No answer, though nothing had happened to the service: " + ex);
			}
		}
		catch (IllegalStateException ex) {
			this.comparison.found(ex.getMessage());
		}
	}

	/** From now on it is no surprise that no answer comes. */
	void expectEnd() {
		this.endExpected = true;
	}

	/** Lets everybody finish what is begun. */
	void stop() throws InterruptedException {
		this.enough = true;
		awaitEnd();
	}

	void awaitEnd() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.join();
		}
	}

	void compareWithAnswers() throws IOException {
		Map<String, List<Writer>> writersOf = this.writers.stream()
			.collect(Collectors.groupingBy((writer) -> writer.handle));
		for (Map.Entry<String, List<Writer>> author : writersOf.entrySet()) {
			this.comparison.withAnswers(this.authors.get(author.getKey()), author.getValue());
		}
	}

	Collection<Http> authors() {
		return this.authors.values();
	}

	List<Writer> writers() {
		return this.writers;
	}

	long acknowledged() {
		return this.acknowledged.sum();
	}

	long lost() {
		return this.writers.stream().mapToLong(Writer::lost).sum();
	}

}
