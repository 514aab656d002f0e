package dev.chogo.archive;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Arrays;

import static java.nio.charset.StandardCharsets.UTF_8;

/** {@code password HANDLE}: gives an author a new password. */
record PasswordCommand(String handle) implements Command {

	@Override
	// Java 22 to 24 alone give a console where nobody sits at one.
	@SuppressWarnings("SystemConsoleNull")
	public String run(Opener opener) throws IOException {
		Console console = System.console();
		return opener.open((store) -> {
			NewPassword password = store.getBean(NewPassword.class);
			long author = password.author(this.handle);
			password.give(author, (console != null) ? asked(console) : piped());
			return "%s has a new password. All logins of %s have ended.".formatted(this.handle, this.handle);
		});
	}

	private String asked(Console console) {
		char[] first = console.readPassword("New password of %s: ", this.handle);
		char[] second = console.readPassword("The same again: ");
		if (first == null || !Arrays.equals(first, second)) {
			throw new Refused("These were not the same.");
		}
		return new String(first);
	}

	/** One line, as a script gives it. */
	private static String piped() throws IOException {
		// A new decoder reports what is malformed: nobody could type what it would
		// become.
		String line = new BufferedReader(new InputStreamReader(System.in, UTF_8.newDecoder())).readLine();
		if (line == null) {
			throw new Refused("No password was given.");
		}
		return line;
	}

}
