package bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the disk with ballast while eight writers save, and takes it away again: refusals
 * must say so, drafts must stay readable, and the same running service must save again
 * soon, with all that it ever acknowledged.
 */
public final class DiskFull {

	private static final long MEGABYTES = 128;

	private static final Duration FREE = Duration.ofSeconds(2);

	private static final Duration FULL = Duration.ofSeconds(5);

	/** Within which saves must work again. */
	private static final Duration RECOVERY = Duration.ofSeconds(10);

	private static final Duration CALM = Duration.ofSeconds(1);

	private static final Pattern SEQUENCE = Pattern.compile("\"sequence\":(\\d+)");

	private final Comparison comparison = new Comparison();

	private final Refusals refusals = new Refusals(this.comparison);

	private final Crew crew;

	private final Path data;

	private long reads;

	private DiskFull(Path data, Random random) {
		this.data = data;
		this.crew = new Crew(random, this.comparison, this.refusals);
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("cycles", "seed", "jar"), Set.of());
		long cycles = options.number("cycles", 1);
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		System.out.printf("%s, %d cycles on a disk of %d MB, seed %d%n", jar, cycles, MEGABYTES, seed);
		Path folder = Service.folder("disk-full");
		Disk.demand(folder, "");
		boolean well;
		try (Disk disk = Disk.mounted(folder.resolve("data"), MEGABYTES);
				Service service = Service.start(List.of(), Application.packaged(jar), folder)) {
			DiskFull programme = new DiskFull(disk.folder(), new Random(seed));
			if (programme.run(service, cycles)) {
				programme.compare(service, Store.driver(jar, folder));
			}
			well = programme.report();
		}
		System.exit(well ? 0 : 1);
	}

	/** Whether it was well again after each cycle. */
	private boolean run(Service service, long cycles) throws IOException, InterruptedException {
		this.crew.signUp(service.port());
		this.crew.signIn(service.port());
		this.crew.write();
		System.out.printf("%-8s%10s%10s%10s%14s%n", "cycle", "saved", "refused", "read", "well after");
		boolean well = true;
		for (long cycle = 1; cycle <= cycles && well; cycle++) {
			Service.sleep(FREE);
			Path ballast = fill();
			awaitRefusal();
			readUntil(System.nanoTime() + FULL.toNanos());
			Files.delete(ballast);
			Duration recovery = awaitRecovery();
			well = recovery.compareTo(RECOVERY) < 0;
			System.out.printf("%-8d%10d%10d%10d%12.1f s%n", cycle, this.crew.acknowledged(), this.refusals.count(),
					this.reads, recovery.toMillis() / 1e3);
		}
		if (!well) {
			this.comparison.found("Saves are still refused, though there is room again");
			this.refusals.giveUp();
		}
		this.crew.stop();
		return well;
	}

	private Path fill() throws IOException {
		Path ballast = this.data.resolve("ballast");
		try (OutputStream file = Files.newOutputStream(ballast)) {
			while (true) {
				file.write(new byte[4096]);
			}
		}
		catch (IOException ex) {
			// That is how the end of the disk is told.
			return ballast;
		}
	}

	private void awaitRefusal() {
		long before = this.refusals.count();
		long begin = System.nanoTime();
		while (this.refusals.count() == before) {
			if (System.nanoTime() - begin > Duration.ofMinutes(1).toNanos()) {
				throw new IllegalStateException("Nothing is refused, though the disk is full");
			}
			Service.sleep(Duration.ofMillis(10));
		}
	}

	/** Everything that is listed can be read, all the time. */
	private void readUntil(long end) throws IOException {
		while (System.nanoTime() < end) {
			for (Http author : this.crew.authors()) {
				Http.Answer list = read(author, "/api/drafts?limit=100");
				Matcher sequence = SEQUENCE.matcher(list.body());
				while (sequence.find()) {
					read(author, "/api/drafts/" + sequence.group(1));
				}
			}
		}
	}

	private Http.Answer read(Http author, String path) throws IOException {
		Http.Answer answer = author.get(path);
		this.reads++;
		// 410: a deletion may have found room.
		if (answer.status() != 200 && answer.status() != 410) {
			this.comparison.found("GET %s was answered %s".formatted(path, answer));
		}
		return answer;
	}

	/** Until the last refusal, after which saves go on for a while. */
	private Duration awaitRecovery() {
		long begin = System.nanoTime();
		long before = this.crew.acknowledged();
		while (System.nanoTime() - begin < RECOVERY.toNanos()) {
			Service.sleep(CALM);
			long last = Math.max(begin, this.refusals.last());
			if (System.nanoTime() - last > CALM.toNanos() && this.crew.acknowledged() > before) {
				return Duration.ofNanos(last - begin);
			}
		}
		return RECOVERY;
	}

	private void compare(Service service, Driver driver) throws IOException, SQLException {
		this.crew.compareWithAnswers();
		service.stop();
		try (Store store = Store.copyOf(this.data, driver)) {
			this.comparison.withFile(store, this.crew.writers());
		}
	}

	private boolean report() {
		long lost = this.crew.lost();
		long wrong = lost + this.comparison.torn().size();
		System.out.printf("%n%d saves and deletions acknowledged, %d lost; refused (status and times): %s%n",
				this.crew.acknowledged(), lost, this.refusals);
		this.comparison.print();
		System.out.printf("%d passed, %d failed%n", this.crew.acknowledged() - lost, wrong);
		return wrong == 0 && this.crew.acknowledged() > 0;
	}

}
