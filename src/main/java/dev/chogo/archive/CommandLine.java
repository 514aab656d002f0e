package dev.chogo.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.chogo.store.DataFolderInUse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.DefaultApplicationArguments;

/** What can be asked of Chogo on the command line, beside starting the service. */
public final class CommandLine {

	private static final String USAGE = """
			java -jar chogo.jar                   starts the service
			java -jar chogo.jar backup FILE       writes all that is kept into a zip, also while the service runs;
			                                      with hashes of passwords only if --with-passwords is added
			java -jar chogo.jar restore FILE      brings it back into an empty store
			java -jar chogo.jar check             looks whether all that is stored fits together
			java -jar chogo.jar password HANDLE   gives an author a new password
			Settings of the service can stand behind each, such as --chogo.data=FOLDER.""";

	private static final String HELP = "help";

	private static final String WITH_PASSWORDS = "with-passwords";

	private CommandLine() {
	}

	/**
	 * Whether something else is asked for than the service, to which all is a setting.
	 */
	public static boolean asks(String... args) {
		ApplicationArguments asked = new DefaultApplicationArguments(args);
		return asked.containsOption(HELP) || !asked.getNonOptionArgs().isEmpty();
	}

	/**
	 * Does what is asked for, and says what came of it.
	 * @return the exit code: 0 where it is done, 1 where not, 2 where it is not
	 * understood
	 */
	public static int run(String... args) {
		ApplicationArguments asked = new DefaultApplicationArguments(args);
		if (asked.containsOption(HELP)) {
			System.out.println(USAGE);
			return 0;
		}
		Optional<Command> command = command(asked);
		if (command.isEmpty()) {
			System.err.println(USAGE);
			return 2;
		}
		return run(command.get(), new Opener(args));
	}

	private static Optional<Command> command(ApplicationArguments asked) {
		List<String> words = asked.getNonOptionArgs();
		boolean withPasswords = asked.containsOption(WITH_PASSWORDS);
		if (!asked.getOptionNames().stream().allMatch(CommandLine::isKnown)
				|| (withPasswords && !words.get(0).equals("backup"))) {
			return Optional.empty();
		}
		return Optional.ofNullable(switch (words.size()) {
			case 1 -> words.get(0).equals("check") ? new CheckCommand() : null;
			case 2 -> command(words.get(0), words.get(1), withPasswords);
			default -> null;
		});
	}

	private static @Nullable Command command(String name, String operand, boolean withPasswords) {
		return switch (name) {
			case "backup" -> new BackupCommand(Path.of(operand), withPasswords);
			case "restore" -> new RestoreCommand(Path.of(operand));
			case "password" -> new PasswordCommand(operand);
			default -> null;
		};
	}

	/** Settings have a full stop in their names. */
	private static boolean isKnown(String option) {
		return option.equals(WITH_PASSWORDS) || option.contains(".");
	}

	private static int run(Command command, Opener opener) {
		try {
			System.out.println(command.run(opener));
			return 0;
		}
		catch (Refused ex) {
			System.err.println(ex.getMessage());
		}
		catch (DataFolderInUse ex) {
			System.err.println(ex.getMessage() + ". Stop the service first.");
		}
		catch (IOException ex) {
			System.err.println("%s: %s".formatted(ex.getClass().getSimpleName(), ex.getMessage()));
		}
		return 1;
	}

}
