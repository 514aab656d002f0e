package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Lets eight writers save without a pause, kills the service at a random moment, starts
 * it again on the same folder, and compares what was acknowledged with what is there. The
 * seed fixes what is written and when the kill comes, not how far the service was by
 * then.
 */
public final class Crash {

	private static final int WRITERS = 8;

	private static final int AUTHORS = 4;

	private static final int KILLED = 128 + 9;

	private static final int TERMINATED = 128 + 15;

	private final List<Writer> writers = new ArrayList<>();

	private final Comparison comparison = new Comparison();

	private final Map<String, Http> authors = new TreeMap<>();

	private final List<Duration> starts = new ArrayList<>();

	private final Random random;

	private final Path folder;

	private final List<String> application;

	private final Driver driver;

	private final LongAdder acknowledged = new LongAdder();

	private long signedIn;

	private volatile boolean killing;

	private Crash(long seed, Path folder, List<String> application, Driver driver) {
		this.random = new Random(seed);
		this.folder = folder;
		this.application = application;
		this.driver = driver;
		for (int i = 0; i < WRITERS; i++) {
			Random random = new Random(this.random.nextLong());
			this.writers.add(new Writer("author-" + i % AUTHORS, "writer-" + i, random, this.acknowledged));
		}
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("kills", "seed", "jar"), Set.of("without-sync"));
		long kills = options.number("kills", 20);
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		boolean sync = !options.has("without-sync");
		System.out.printf("%s%s, %d kills, seed %d%n", jar, sync ? "" : " without its sync", kills, seed);
		Path folder = Service.folder(sync ? "crash" : "crash-without-sync");
		List<String> application = new ArrayList<>(sync ? Service.packaged(jar) : Service.withoutSync(jar, folder));
		// Half the work of a start: no process lives long enough here for better code.
		application.add(0, "-XX:TieredStopAtLevel=1");
		Crash crash = new Crash(seed, folder, application, Store.driver(jar, folder));
		boolean started = crash.run(kills);
		System.exit(crash.report(kills, started, sync) ? 0 : 1);
	}

	/** Whether the service came up every time. */
	private boolean run(long kills) throws Exception {
		System.out.printf("%-6s%8s%10s%8s%8s%12s%14s%n", "kill", "after", "saved", "lost", "torn", "file",
				"ready after");
		Service service = null;
		try {
			service = Service.start(List.of(), this.application, this.folder);
			signUp(new Http(service.port()));
			for (long kill = 1; kill <= kills; kill++) {
				Duration after = Duration.ofMillis(200 + this.random.nextInt(2801));
				writeUntilKilled(service, after);
				service.close();
				try (Store store = copy()) {
					this.comparison.withFileOfKilled(store, this.writers);
				}
				service = Service.start(List.of(), this.application, this.folder);
				this.starts.add(service.untilReady());
				compareWithAnswers(new Http(service.port()));
				System.out.printf("%-6d%6.1f s%10d%8d%8d%9.1f MB%12.1f s%n", kill, seconds(after),
						this.acknowledged.sum(), lost(), this.comparison.torn().size(), megabytes(),
						seconds(service.untilReady()));
			}
			service.stop();
			if (service.exit() != TERMINATED) {
				this.comparison.found("Asked to end, the service ended with " + service.exit());
			}
			try (Store store = copy()) {
				this.comparison.withFile(store, this.writers);
			}
			return true;
		}
		catch (Service.NotStarted ex) {
			System.out.println(ex.getMessage());
			return false;
		}
		finally {
			if (service != null) {
				service.close();
			}
		}
	}

	private Store copy() throws IOException, SQLException {
		return Store.copyOf(this.folder.resolve("data"), this.driver);
	}

	private static void signUp(Http nobody) throws IOException {
		for (int i = 0; i < AUTHORS; i++) {
			nobody.signUp("author-" + i);
		}
	}

	/** Access tokens last fifteen minutes and outlive the process. */
	private Http author(Http nobody, String handle) throws IOException {
		if (System.nanoTime() - this.signedIn > Duration.ofMinutes(5).toNanos()) {
			this.authors.clear();
			this.signedIn = System.nanoTime();
		}
		if (!this.authors.containsKey(handle)) {
			this.authors.put(handle, nobody.signedIn(handle));
		}
		return nobody.with(this.authors.get(handle).token());
	}

	private void writeUntilKilled(Service service, Duration after) throws IOException, InterruptedException {
		this.killing = false;
		Http nobody = new Http(service.port());
		List<Thread> threads = new ArrayList<>();
		for (Writer writer : this.writers) {
			Http http = author(nobody, writer.handle);
			threads.add(new Thread(() -> write(writer, http)));
		}
		long before = this.acknowledged.sum();
		threads.forEach(Thread::start);
		awaitFirstSave(before);
		Thread.sleep(after.toMillis());
		this.killing = true;
		service.kill();
		if (service.exit() != KILLED) {
			throw new IllegalStateException("That was not SIGKILL: it ended with " + service.exit());
		}
		for (Thread thread : threads) {
			thread.join();
		}
	}

	/**
	 * A machine under load is slow with the first one, and an idle service is no use to
	 * kill.
	 */
	private void awaitFirstSave(long before) throws InterruptedException {
		for (int i = 0; i < 3000 && this.acknowledged.sum() == before; i++) {
			Thread.sleep(10);
		}
	}

	private void write(Writer writer, Http http) {
		try {
			writer.write(http);
		}
		catch (IOException ex) {
			if (!this.killing) {
				this.comparison.found("No answer, though nobody had killed the service: " + ex);
			}
		}
		catch (IllegalStateException ex) {
			this.comparison.found(ex.getMessage());
		}
	}

	private void compareWithAnswers(Http nobody) throws IOException {
		Map<String, List<Writer>> writersOf = this.writers.stream()
			.collect(Collectors.groupingBy((writer) -> writer.handle));
		for (Map.Entry<String, List<Writer>> author : writersOf.entrySet()) {
			this.comparison.withAnswers(author(nobody, author.getKey()), author.getValue());
		}
	}

	private boolean report(long kills, boolean started, boolean sync) {
		long passed = this.acknowledged.sum() - lost();
		System.out.printf("%n%d kills, %d saves and deletions acknowledged%n", kills, this.acknowledged.sum());
		System.out.printf("%d lost%s%n", lost(),
				(lost() > 0 || !started) ? ""
						: " (so, with 95%% confidence, a kill loses something in less than 3/%d = %.1f %% of cases)"
							.formatted(kills, 300.0 / kills));
		System.out.printf("%d torn, %d mended at a start, %d failed starts%n", this.comparison.torn().size(),
				this.comparison.mended(), started ? 0 : 1);
		System.out.printf("from start to ready %.1f s (p50), %.1f s (p95)%n", percentile(50), percentile(95));
		System.out.printf("file %.1f MB%n", megabytes());
		this.comparison.torn().stream().limit(20).forEach((torn) -> System.out.println("torn: " + torn));
		long wrong = lost() + this.comparison.torn().size() + (started ? 0 : 1);
		if (!sync) {
			boolean found = started && lost() > 0;
			System.out.printf("%d passed, %d failed, as %sexpected without the sync%n", passed, wrong,
					found ? "" : "NOT ");
			return found;
		}
		System.out.printf("%d passed, %d failed%n", passed, wrong);
		return wrong == 0 && passed > 0;
	}

	private long lost() {
		return this.writers.stream().mapToLong(Writer::lost).sum();
	}

	private double megabytes() {
		return Service.size(this.folder.resolve("data").resolve("chogo.mv.db")) / 1e6;
	}

	private double percentile(int percent) {
		List<Duration> sorted = this.starts.stream().sorted().toList();
		return sorted.isEmpty() ? 0 : seconds(sorted.get(Math.max(0, (sorted.size() * percent + 99) / 100 - 1)));
	}

	private static double seconds(Duration duration) {
		return duration.toMillis() / 1e3;
	}

}
