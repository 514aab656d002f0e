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
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Puts the service's clock forward and back (by libfaketime) while eight writers save and
 * a reader pages through a list: versions go on by one, no text is missing, and the only
 * thing that may be refused is a token whose time is over by that clock.
 */
public final class ClockJumps {

	private static final int HOUR = 3600;

	/** Seconds beside the true time, one after the other. */
	private static final List<Integer> OFFSETS = List.of(HOUR, 0, -HOUR, 0, -300, 0);

	private static final Duration EACH = Duration.ofSeconds(4);

	private final Comparison comparison = new Comparison();

	private final LongAdder expired = new LongAdder();

	private final Crew crew;

	private ClockJumps(Random random) {
		this.crew = new Crew(random, this.comparison, this::again);
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("seed", "jar"), Set.of());
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		Optional<Path> library = library();
		if (library.isEmpty()) {
			System.out.println("0 passed, 1 failed: there is no libfaketime here (Debian: apt-get install faketime)");
			System.exit(1);
		}
		System.out.printf("%s, %d jumps, seed %d%n", jar, OFFSETS.size(), seed);
		Path folder = Service.folder("clock");
		ClockJumps programme = new ClockJumps(new Random(seed));
		// The monotonic clock is left alone, as it is when somebody sets the time.
		List<String> faked = List.of("env", "LD_PRELOAD=" + library.get(), "FAKETIME_CACHE_DURATION=1",
				"FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_TIMESTAMP_FILE=" + folder.resolve("offset").toAbsolutePath());
		jump(folder, 0);
		try (Service service = Service.start(faked, Application.packaged(jar), folder)) {
			programme.run(service, folder);
			programme.compare(service, folder, Store.driver(jar, folder));
		}
		System.exit(programme.report() ? 0 : 1);
	}

	private static Optional<Path> library() throws IOException {
		try (Stream<Path> found = Files.find(Path.of("/usr/lib"), 3,
				(path, attributes) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
			return found.findFirst();
		}
	}

	/** Moved into place, so that it is never read half written. */
	private static void jump(Path folder, int seconds) throws IOException {
		Path next = Files.writeString(folder.resolve("next"), "%+d".formatted(seconds));
		Files.move(next, folder.resolve("offset"), StandardCopyOption.ATOMIC_MOVE);
	}

	/** A token that is over by the clock is followed by a new one, and that must do. */
	private Optional<Http> again(Http.Answer answer, Http http) throws IOException {
		if (answer.status() != 401) {
			return Optional.empty();
		}
		this.expired.increment();
		Http anew = http.signedInAnew();
		anew.get("/api/account").expect(200);
		return Optional.of(anew);
	}

	private void run(Service service, Path folder) throws IOException, InterruptedException {
		this.crew.signUp(service.port());
		this.crew.signIn(service.port());
		PagingReader reader = new PagingReader(service.port(), this.comparison, this::again);
		this.crew.write();
		Thread paging = new Thread(reader);
		paging.start();
		System.out.printf("%10s%10s%10s%14s%n", "clock", "saved", "lists", "tokens over");
		for (int offset : OFFSETS) {
			jump(folder, offset);
			Service.sleep(EACH);
			System.out.printf("%+8d s%10d%10d%14d%n", offset, this.crew.acknowledged(), reader.lists(),
					this.expired.sum());
		}
		this.crew.stop();
		reader.stop();
		paging.join();
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
