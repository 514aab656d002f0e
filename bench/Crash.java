package bench;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Lets eight writers save without a pause, brings the service to a sudden end at a random
 * moment, starts it again on what is left, and compares what was acknowledged with what
 * is there. The seed fixes what is written and when the end comes, not how far the
 * service was by then.
 */
public final class Crash {

	/**
	 * Faults on one data folder, which then makes way for a new one: what is compared
	 * after each grows with it.
	 */
	private static final int ROUND = 25;

	private static final long MEGABYTES = 512;

	private final Comparison comparison = new Comparison();

	private final Figures figures = new Figures();

	private final Path folder;

	private final Application application;

	private final Driver driver;

	private final Random random;

	private Crash(Path folder, Application application, Driver driver, Random random) {
		this.folder = folder;
		this.application = application;
		this.driver = driver;
		this.random = random;
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("kills", "power-cuts", "seed", "jar"), Set.of("without-sync"));
		long kills = options.number("kills", 20);
		long powerCuts = options.number("power-cuts", 5);
		long seed = options.number("seed", System.currentTimeMillis());
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		boolean sync = !options.has("without-sync");
		System.out.printf("%s%s, %d kills, %d power cuts, seed %d%n", jar, sync ? "" : " without its sync", kills,
				powerCuts, seed);
		Path folder = Service.folder(sync ? "crash" : "crash-without-sync");
		if (powerCuts > 0) {
			Disk.demand(folder, "; --power-cuts 0 leaves the power cuts out");
		}
		Application application = Application.unpacked(jar, folder, sync).quick(folder);
		Random random = new Random(seed);
		Crash crash = new Crash(folder, application, Store.driver(jar, folder), random);
		crash.run(faults(kills, powerCuts, random));
		System.exit(crash.report(sync) ? 0 : 1);
	}

	private static List<Fault> faults(long kills, long powerCuts, Random random) {
		List<Fault> faults = new ArrayList<>();
		faults.addAll(Collections.nCopies((int) kills, Fault.KILL));
		faults.addAll(Collections.nCopies((int) powerCuts, Fault.POWER_CUT));
		Collections.shuffle(faults, random);
		return faults;
	}

	private void run(List<Fault> faults) throws Exception {
		System.out.printf("%-10s%8s%10s%8s%8s%12s%14s%n", "", "after", "saved", "lost", "torn", "file", "ready after");
		try {
			for (int from = 0; from < faults.size(); from += ROUND) {
				round(faults.subList(from, Math.min(from + ROUND, faults.size())));
			}
		}
		catch (Service.NotStarted | SQLException ex) {
			this.figures.notStarted(ex.getMessage());
		}
	}

	private void round(List<Fault> faults) throws Exception {
		Path folder = Service.folder(this.folder.getFileName() + "/round");
		try (Disk disk = faults.contains(Fault.POWER_CUT) ? Disk.mounted(folder.resolve("data"), MEGABYTES) : null) {
			new Round(folder, disk, this.application, this.driver, this.random, this.comparison, this.figures)
				.run(faults);
		}
	}

	private boolean report(boolean sync) {
		this.figures.print();
		this.comparison.print();
		long passed = this.figures.passed();
		long failed = this.figures.failed() + this.comparison.torn().size();
		boolean expected = sync ? failed == 0 && passed > 0 : this.figures.lostByEach();
		System.out.printf("%d passed, %d failed%s%n", passed, failed,
				sync ? "" : ", as %sexpected without the sync".formatted(expected ? "" : "NOT "));
		return expected;
	}

}
