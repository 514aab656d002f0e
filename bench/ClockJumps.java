package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts the service's clock forward and back (by libfaketime) while eight writers save and
 * a reader pages through a list: versions go on by one, no text is missing, and nothing
 * is refused for good but a token whose time is over by that clock.
 */
public final class ClockJumps {

	private static final int HOUR = 3600;

	/** Seconds beside the true time, one after the other. */
	private static final List<Integer> OFFSETS = List.of(HOUR, 0, -HOUR, 0, -300, 0);

	/** For longer than libfaketime keeps an offset in mind. */
	private static final Duration SETTLED = Duration.ofSeconds(2);

	private static final Duration EACH = Duration.ofSeconds(4);

	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final Comparison comparison = new Comparison();

	private final AcrossJumps patience = new AcrossJumps();

	private final Crew crew;

	private final Path offset;

	private ClockJumps(Path folder, Random random) {
		this.offset = folder.resolve("offset");
		this.crew = new Crew(random, this.comparison, this.patience);
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("seed", "jar"), Set.of());
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		Path library = library();
		System.out.printf("%s, %d jumps, seed %d%n", jar, OFFSETS.size(), seed);
		Path folder = Service.folder("clock");
		ClockJumps programme = new ClockJumps(folder, new Random(seed));
		programme.jump(0);
		try (Service service = Service.start(programme.faked(library), Application.packaged(jar), folder)) {
			programme.run(service);
			programme.compare(service, folder, Store.driver(jar, folder));
		}
		System.exit(programme.report() ? 0 : 1);
	}

	private static Path library() throws IOException {
		try (Stream<Path> found = Files.find(Path.of("/usr/lib"), 3,
				(path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
			Optional<Path> library = found.findFirst();
			if (library.isEmpty()) {
				System.out.println("0 passed, 1 failed: there is no libfaketime (Debian: apt-get install faketime)");
				System.exit(1);
			}
			return library.get();
		}
	}

	/**
	 * The monotonic clock is left alone, as it is when somebody sets the time. Without the
	 * last one libfaketime takes the ends of waits for times of the other clock, so that
	 * no thread of Java ever waits.
	 */
	private List<String> faked(Path library) {
		return List.of("env", "LD_PRELOAD=" + library, "FAKETIME_CACHE_DURATION=1",
				"FAKETIME_TIMESTAMP_FILE=" + this.offset.toAbsolutePath(), "FAKETIME_DONT_FAKE_MONOTONIC=1",
				"FAKETIME_FORCE_MONOTONIC_FIX=0");
	}

	/** Moved into place, so that it is never read half written. */
	private void jump(int seconds) throws IOException {
		Path next = Files.writeString(this.offset.resolveSibling("next"), "%+d".formatted(seconds));
		Files.move(next, this.offset, StandardCopyOption.ATOMIC_MOVE);
	}

	private void run(Service service) throws IOException, InterruptedException {
		this.crew.signUp(service.port());
		this.crew.signIn(service.port());
		Http ended = new Http(service.port()).signedOut("author-0");
		PagingReader reader = new PagingReader(service.port(), this.comparison, this.patience);
		Thread paging = new Thread(reader);
		this.crew.write();
		paging.start();
		System.out.printf("%10s%10s%10s%12s%12s%n", "clock", "saved", "lists", "expired", "closed");
		for (int offset : OFFSETS) {
			jump(offset);
			Service.sleep(SETTLED);
			tryTokens(service, ended);
			awaitWork(reader);
			System.out.printf("%+8d s%10d%10d%s%n", offset, this.crew.acknowledged(), reader.lists(), this.patience);
		}
		this.crew.stop();
		reader.stop();
		paging.join();
	}

	private void tryTokens(Service service, Http ended) throws IOException {
		Http.Answer fresh = new Http(service.port()).signedIn("author-0").get("/api/account");
		if (fresh.status() != 200) {
			this.comparison.found("A new token was answered " + fresh);
		}
		Http.Answer old = ended.get("/api/account");
		if (old.status() != 401) {
			this.comparison.found("A token whose login was ended was answered " + old);
		}
	}

	/** At every time of the clock something is saved, and the list is read to its end. */
	private void awaitWork(PagingReader reader) {
		long begin = System.nanoTime();
		long saved = this.crew.acknowledged();
		long lists = reader.lists();
		do {
			Service.sleep(EACH);
			if (System.nanoTime() - begin > LONGEST.toNanos()) {
				this.comparison.found("Nothing was saved, or no list read, for " + LONGEST);
				return;
			}
		}
		while (this.crew.acknowledged() == saved || reader.lists() == lists);
	}

	private void compare(Service service, Path folder, Driver driver) throws IOException, SQLException {
		this.crew.signIn(service.port());
		this.crew.compareWithAnswers();
		service.stop();
		try (Store store = Store.copyOf(folder.resolve("data"), driver)) {
			this.comparison.withFile(store, this.crew.writers());
		}
	}

	private boolean report() {
		long lost = this.crew.lost();
		System.out.printf("%n%d saves and deletions acknowledged, %d lost%n", this.crew.acknowledged(), lost);
		this.comparison.print();
		long failed = lost + this.comparison.torn().size();
		System.out.printf("%d passed, %d failed%n", this.crew.acknowledged() - lost, failed);
		return failed == 0 && this.crew.acknowledged() > 0;
	}

}
