package bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What was asked for on the command line: {@code --name value}, or a bare {@code --name}.
 */
final class Options {

	private final Map<String, String> given = new HashMap<>();

	/**
	 * @param known names with a value
	 * @param flags names without
	 */
	Options(String[] args, Set<String> known, Set<String> flags) {
		for (int i = 0; i < args.length; i++) {
			String name = args[i].startsWith("--") ? args[i].substring(2) : "";
			if (flags.contains(name)) {
				this.given.put(name, "");
			}
			else if (known.contains(name) && i + 1 < args.length) {
				this.given.put(name, args[++i]);
			}
			else {
				System.err.printf("Not understood: %s%nKnown: %s %s%n", Arrays.toString(args), known, flags);
				System.exit(2);
			}
		}
	}

	boolean has(String flag) {
		return this.given.containsKey(flag);
	}

	String text(String name, String otherwise) {
		return this.given.getOrDefault(name, otherwise);
	}

	long number(String name, long otherwise) {
		return Long.parseLong(text(name, Long.toString(otherwise)));
	}

}
