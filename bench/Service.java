package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One run of Chogo as a process of its own, on the loopback address and any free port.
 */
final class Service implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private final Process process;

	private final Thread hook = new Thread(this::kill);

	private final int port;

	private final Duration untilReady;

	private Service(Process process, Path log, long begin) throws IOException {
		this.process = process;
		Runtime.getRuntime().addShutdownHook(this.hook);
		this.port = awaitPort(log, begin);
		Http nobody = new Http(this.port);
		while (nobody.get("/api/account").status() != 401) {
			pause(begin, log);
		}
		this.untilReady = Duration.ofNanos(System.nanoTime() - begin);
	}

	/**
	 * Starts the service on the folder {@code data}, and waits until it answers.
	 * @param before the words of the command that come before {@code java}
	 * @param folder where {@code data} is, and {@code service.log}
	 * @throws NotStarted where it does not, or not in time
	 */
	static Service start(List<String> before, Application application, Path folder) throws IOException {
		List<String> command = new ArrayList<>(before);
		command.addAll(List.of(Application.java("java"), "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
		command.addAll(application.arguments());
		command.addAll(
				List.of("--server.port=0", "--chogo.data=" + folder.resolve("data"), "--chogo.accounts.sign-up=open",
						"--chogo.attempts.handle-per-minute=1000", "--chogo.attempts.handle-per-hour=1000"));
		Path log = folder.resolve("service.log");
		Files.deleteIfExists(log);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(Redirect.to(log.toFile()));
		// Whoever measures may have settings of the service at hand; they are not meant.
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_") || name.startsWith("CHOGO_"));
		long begin = System.nanoTime();
		Process process = builder.start();
		try {
			return new Service(process, log, begin);
		}
		catch (IOException | RuntimeException ex) {
			process.destroyForcibly();
			throw ex;
		}
	}

	/**
	 * An empty folder under {@code target/bench}; what an earlier run left there is gone.
	 */
	static Path folder(String name) throws IOException {
		Path folder = Path.of("target", "bench", name);
		Disk.unmountLeftUnder(folder);
		if (Files.exists(folder)) {
			try (Stream<Path> files = Files.walk(folder)) {
				for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
					Files.delete(file);
				}
			}
		}
		return Files.createDirectories(folder);
	}

	private int awaitPort(Path log, long begin) throws IOException {
		while (true) {
			Matcher port = PORT.matcher(Files.readString(log));
			if (port.find()) {
				return Integer.parseInt(port.group(1));
			}
			pause(begin, log);
		}
	}

	private void pause(long begin, Path log) throws IOException {
		if (!this.process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
			throw new NotStarted("The service did not start:%n%s".formatted(Files.readString(log)));
		}
		sleep(Duration.ofMillis(10));
	}

	int port() {
		return this.port;
	}

	/** From the start of the process to its first answer. */
	Duration untilReady() {
		return this.untilReady;
	}

	/** SIGKILL: it can neither hear nor delay it. */
	void kill() {
		this.process.destroyForcibly();
		awaitEnd();
	}

	/** SIGSTOP: it does nothing any more, but is still there. */
	void freeze() throws IOException {
		Command.run("kill", "-STOP", Long.toString(this.process.pid()));
	}

	/** SIGTERM: it ends what it has begun. */
	void stop() {
		this.process.destroy();
		awaitEnd();
	}

	/** What it ended with: 128 and the signal, on Linux. */
	int exit() {
		return this.process.exitValue();
	}

	private void awaitEnd() {
		try {
			if (!this.process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				throw new IllegalStateException("Process %d does not end".formatted(this.process.pid()));
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The service did not come up; its last words are the message. */
	static final class NotStarted extends IOException {

		private static final long serialVersionUID = 1;

		NotStarted(String message) {
			super(message);
		}

	}

	@Override
	public void close() {
		kill();
		Runtime.getRuntime().removeShutdownHook(this.hook);
	}

	static void sleep(Duration duration) {
		try {
			Thread.sleep(duration.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static long size(Path file) {
		try {
			return Files.size(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
