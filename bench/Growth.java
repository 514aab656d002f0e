package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Saves many times to few drafts, and weighs the database file, while it is in use,
 * against all that is kept in it.
 */
public final class Growth {

	/** Beside title and content: numbers, times, tags, slug. */
	private static final int ROW = 100;

	private static final double BOUND = 3;

	private static final int SIZE = 4096;

	private final AtomicLong saves = new AtomicLong();

	private final AtomicLong kept = new AtomicLong();

	private final Queue<Exception> failures = new ConcurrentLinkedQueue<>();

	private final long total;

	private double peak;

	private long peakAfter;

	private Growth(long total) {
		this.total = total;
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("saves", "drafts", "writers", "jar"), Set.of());
		Growth growth = new Growth(options.number("saves", 100_000));
		int writers = (int) options.number("writers", 8);
		int drafts = (int) options.number("drafts", 100);
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		Path folder = Service.folder("growth");
		System.out.printf("%s, %d saves of %d bytes, %d drafts, %d writers%n", jar, growth.total, SIZE, drafts,
				writers);
		boolean small = growth.run(folder, Application.packaged(jar), writers, drafts);
		System.exit(small ? 0 : 1);
	}

	private boolean run(Path folder, Application application, int writers, int drafts) throws Exception {
		Path file = folder.resolve("data").resolve("chogo.mv.db");
		ExecutorService executor = Executors.newFixedThreadPool(writers);
		try (Service service = Service.start(List.of(), application, folder)) {
			for (int i = 0; i < writers; i++) {
				int writer = i;
				executor
					.execute(() -> write(new Http(service.port()), writer, (drafts + writers - 1 - writer) / writers));
			}
			executor.shutdown();
			watch(file, executor);
			double last = ratio(file);
			System.out.printf("while it runs: %.1f MB kept in %.1f MB, %.2f times; peak %.2f times, after %d saves%n",
					this.kept.get() / 1e6, Service.size(file) / 1e6, last, this.peak, this.peakAfter);
			service.stop();
			System.out.printf("after a stop: %.2f times%n", ratio(file));
			this.failures.forEach((failure) -> System.out.println("failed: " + failure));
			boolean whole = this.failures.isEmpty() && this.saves.get() >= this.total;
			boolean small = last <= BOUND;
			System.out.printf("%d of %d saves, %s %s times what is kept%n", this.saves.get(), this.total,
					small ? "at most" : "MORE THAN", BOUND);
			return whole && small;
		}
		finally {
			executor.shutdownNow();
		}
	}

	private void watch(Path file, ExecutorService executor) throws InterruptedException {
		System.out.printf("%10s%12s%12s%10s%10s%12s%n", "saves", "kept", "file", "times", "seconds", "saves/s");
		long begin = System.nanoTime();
		long next = this.total / 10;
		long before = 0;
		double at = 0;
		while (!executor.awaitTermination(250, TimeUnit.MILLISECONDS)) {
			// The empty house has a size too, which is not what is asked about.
			if (this.saves.get() > this.total / 100 && ratio(file) > this.peak) {
				this.peak = ratio(file);
				this.peakAfter = this.saves.get();
			}
			if (this.saves.get() >= next) {
				double now = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
				System.out.printf("%10d%9.1f MB%9.1f MB%10.2f%10.1f%12.0f%n", this.saves.get(), this.kept.get() / 1e6,
						Service.size(file) / 1e6, ratio(file), now, (this.saves.get() - before) / (now - at));
				before = this.saves.get();
				at = now;
				next += this.total / 10;
			}
		}
	}

	private double ratio(Path file) {
		return (double) Service.size(file) / this.kept.get();
	}

	private void write(Http nobody, int writer, int drafts) {
		try {
			String handle = "author-" + writer;
			nobody.signUp(handle);
			Http http = nobody.signedIn(handle);
			long signedIn = System.nanoTime();
			Random random = new Random(writer);
			String title = "제목";
			for (long save = 0; this.saves.get() < this.total; save++) {
				if (System.nanoTime() - signedIn > Duration.ofMinutes(5).toNanos()) {
					http = nobody.signedIn(handle);
					signedIn = System.nanoTime();
				}
				String content = Hangul.text(random, SIZE);
				save(http, save, drafts, "{\"title\":\"%s\",\"content\":\"%s\"}".formatted(title, content));
				this.saves.incrementAndGet();
				this.kept.addAndGet(ROW + (title + content).getBytes(StandardCharsets.UTF_8).length);
			}
		}
		catch (IOException | RuntimeException ex) {
			this.failures.add(ex);
		}
	}

	private static void save(Http http, long save, int drafts, String body) throws IOException {
		if (save < drafts) {
			http.send("POST", "/api/drafts", body).expect(201);
		}
		else {
			http.send("PATCH", "/api/drafts/" + (save % drafts + 1), body, "If-Match",
					"\"%d\"".formatted(save / drafts))
				.expect(200);
		}
	}

}
