package dev.chogo.archive;

import java.util.Locale;

import dev.chogo.journal.Kind;

/** Which tables keep texts of which kind. */
final class Tables {

	private Tables() {
	}

	/** A statement about those of one kind, in which {@code %1$s} stands for its name. */
	static String of(Kind kind, String sql) {
		return sql.formatted(kind.name().toLowerCase(Locale.ROOT));
	}

}
