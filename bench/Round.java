package bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** One data folder, from its first start through several faults to a stop in order. */
final class Round {

	private static final int TERMINATED = 128 + 15;

	private final Path folder;

	private final Disk disk;

	private final Application application;

	private final Driver driver;

	private final Random random;

	private final Comparison comparison;

	private final Figures figures;

	private final Crew crew;

	private long acknowledged;

	private long lost;

	/**
	 * Makes ready for the first start.
	 * @param folder where {@code data} will be
	 * @param disk the one that is mounted there; null where only kills are asked for
	 */
	Round(Path folder, Disk disk, Application application, Driver driver, Random random, Comparison comparison,
			Figures figures) {
		this.folder = folder;
		this.disk = disk;
		this.application = application;
		this.driver = driver;
		this.random = random;
		this.comparison = comparison;
		this.figures = figures;
		this.crew = new Crew(random, comparison, Patience.NONE);
	}

	/**
	 * Lets the faults strike one after the other.
	 * @throws Service.NotStarted where the service did not come up again
	 * @throws SQLException where its file cannot be read
	 */
	void run(List<Fault> faults) throws IOException, InterruptedException, SQLException {
		Service service = start();
		try {
			this.crew.signUp(service.port());
			if (!this.application.syncs()) {
				// Or the authors themselves could be lost, and nothing left to compare.
				service.stop();
				service.close();
				service = start();
			}
			this.crew.signIn(service.port());
			for (Fault fault : faults) {
				Duration after = Duration.ofMillis(200 + this.random.nextInt(2801));
				strike(fault, service, after);
				service.close();
				compareFile();
				service = start();
				this.figures.started(service.untilReady());
				this.crew.signIn(service.port());
				this.crew.compareWithAnswers();
				count(fault, after, service.untilReady());
			}
			stop(service);
		}
		finally {
			service.close();
		}
	}

	private Service start() throws IOException {
		return Service.start(List.of(), this.application, this.folder);
	}

	private void strike(Fault fault, Service service, Duration after) throws IOException, InterruptedException {
		this.crew.write();
		Thread.sleep(after.toMillis());
		this.crew.expectEnd();
		fault.strike(service, this.disk);
		this.crew.awaitEnd();
	}

	private void compareFile() throws IOException, SQLException {
		try (Store store = copy()) {
			this.comparison.withFileAfterFault(store, this.crew.writers());
		}
	}

	private Store copy() throws IOException, SQLException {
		return Store.copyOf(this.folder.resolve("data"), this.driver);
	}

	private void count(Fault fault, Duration after, Duration untilReady) {
		long acknowledged = this.crew.acknowledged();
		long lost = this.crew.lost();
		this.figures.struck(fault, acknowledged - this.acknowledged, lost - this.lost);
		this.acknowledged = acknowledged;
		this.lost = lost;
		System.out.printf("%-10s%6.1f s%10d%8d%8d%9.1f MB%12.1f s%n", fault, after.toMillis() / 1e3, acknowledged, lost,
				this.comparison.torn().size(), megabytes(), untilReady.toMillis() / 1e3);
	}

	private void stop(Service service) throws IOException, SQLException {
		service.stop();
		if (service.exit() != TERMINATED) {
			this.comparison.found("Asked to end, the service ended with " + service.exit());
		}
		try (Store store = copy()) {
			this.comparison.withFile(store, this.crew.writers());
		}
		this.figures.ended(this.crew.lost() - this.lost, megabytes());
	}

	private double megabytes() {
		return Service.size(this.folder.resolve("data").resolve("chogo.mv.db")) / 1e6;
	}

}
