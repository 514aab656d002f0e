package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A command of the machine, run to its end. */
final class Command {

	private Command() {
	}

	/**
	 * Runs it.
	 * @throws IOException with what it said, where it is not there or does not end well
	 */
	static void run(String... command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
		try {
			if (process.waitFor() != 0) {
				throw new IOException("%s: %s".formatted(String.join(" ", command), said));
			}
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

}
