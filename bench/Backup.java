package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Backs the service up again and again while eight writers save, then restores each
 * backup into a folder of its own, starts the service on it, and compares: all that was
 * acknowledged before the backup began must be in it, and it must be of one moment.
 */
public final class Backup {

	private final Comparison comparison = new Comparison();

	private final Crew crew;

	private final Path folder;

	private final Path jar;

	private final List<Taken> taken = new ArrayList<>();

	private long found;

	private Backup(Path folder, Path jar, Random random) {
		this.folder = folder;
		this.jar = jar;
		this.crew = new Crew(random, this.comparison, Patience.NONE);
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("backups", "every", "seed", "jar"), Set.of());
		long backups = options.number("backups", 5);
		Duration every = Duration.ofSeconds(options.number("every", 3));
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		System.out.printf("%s, %d backups, %d s from one to the next, seed %d%n", jar, backups, every.toSeconds(),
				seed);
		Backup programme = new Backup(Service.folder("backup"), jar, new Random(seed));
		programme.back(backups, every);
		programme.restore(Store.driver(jar, programme.folder));
		System.exit(programme.report() ? 0 : 1);
	}

	/**
	 * One backup.
	 *
	 * @param begin when it was asked for
	 * @param acknowledged how many saves and deletions were, by then
	 */
	private record Taken(Path file, long begin, long acknowledged) {
	}

	private void back(long backups, Duration every) throws IOException, InterruptedException {
		System.out.printf("%-8s%12s%12s%12s%10s%n", "backup", "saved", "meanwhile", "file", "made in");
		try (Service service = Service.start(List.of(), Application.packaged(this.jar), this.folder)) {
			this.crew.signUp(service.port());
			this.crew.signIn(service.port());
			this.crew.write();
			for (int number = 1; number <= backups; number++) {
				Service.sleep(every);
				back(number);
			}
			this.crew.stop();
			service.stop();
		}
	}

	private void back(int number) throws IOException {
		Taken backup = new Taken(this.folder.resolve(number + ".zip"), System.nanoTime(), this.crew.acknowledged());
		command(this.folder, "backup", backup.file().toString(), "--with-passwords");
		this.taken.add(backup);
		System.out.printf("%-8d%12d%12d%9.1f MB%8.1f s%n", number, backup.acknowledged(),
				this.crew.acknowledged() - backup.acknowledged(), Service.size(backup.file()) / 1e6,
				since(backup.begin()));
	}

	/** What can be asked of Chogo beside starting the service. */
	private void command(Path folder, String... words) throws IOException {
		List<String> command = new ArrayList<>(List.of(Application.java("java"), "-Xmx256m"));
		command.addAll(Application.packaged(this.jar).arguments());
		command.addAll(List.of(words));
		command.add("--chogo.data=" + folder.resolve("data"));
		Command.run(command.toArray(String[]::new));
	}

	private void restore(Driver driver) throws IOException, SQLException {
		System.out.printf("%n%-8s%12s%12s%12s%12s%12s%n", "backup", "found", "missing", "mismatches", "restored in",
				"ready after");
		for (Taken backup : this.taken) {
			Path place = Files.createDirectories(this.folder.resolve("of " + backup.file().getFileName()));
			long begin = System.nanoTime();
			restore(backup, place);
			double restored = since(begin);
			Ledger ledger = new Ledger(this.crew.writers(), backup.begin(), this.comparison);
			try (Service service = Service.start(List.of(), Application.packaged(this.jar), place)) {
				ledger.compareWithAnswers(new Http(service.port()));
				service.stop();
				try (Store store = Store.copyOf(place.resolve("data"), driver)) {
					ledger.compareWithFile(store);
				}
				this.found += ledger.found();
				System.out.printf("%-8s%12d%12d%12d%10.1f s%10.1f s%n", backup.file().getFileName(), ledger.found(),
						ledger.missing(), this.comparison.torn().size(), restored,
						service.untilReady().toMillis() / 1e3);
			}
		}
	}

	private void restore(Taken backup, Path place) {
		try {
			command(place, "restore", backup.file().toString());
		}
		catch (IOException ex) {
			this.comparison.found(ex.getMessage());
		}
	}

	private static double since(long begin) {
		return Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
	}

	private boolean report() {
		int wrong = this.comparison.torn().size();
		System.out.printf("%n%d backups while %d saves and deletions were acknowledged%n", this.taken.size(),
				this.crew.acknowledged());
		this.comparison.print();
		System.out.printf("%d passed, %d failed%n", this.found, wrong);
		return wrong == 0 && this.found > 0;
	}

}
