package dev.chogo.merging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What changed from one text to another. Every answer is exact: nothing is trimmed or
 * normalized.
 */
public final class Changes {

	private Changes() {
	}

	/**
	 * The way from one text to the other, in reading order, a deletion before the
	 * insertion in its place. What is equal or inserted makes up the newer text, what is
	 * equal or deleted the older; no grapheme cluster is split. Texts with too little in
	 * common are told as one deletion and one insertion.
	 */
	public static List<Change> between(String older, String newer) {
		List<Change> changes = new ArrayList<>();
		int at = 0;
		for (Edit edit : Edits.between(older, newer)) {
			add(changes, Change.Op.EQUAL, older.substring(at, edit.from()));
			add(changes, Change.Op.DELETE, older.substring(edit.from(), edit.to()));
			add(changes, Change.Op.INSERT, edit.text());
			at = edit.to();
		}
		add(changes, Change.Op.EQUAL, older.substring(at));
		return List.copyOf(changes);
	}

	private static void add(List<Change> changes, Change.Op op, String text) {
		if (!text.isEmpty()) {
			changes.add(new Change(op, text));
		}
	}

	/** How many code points of the older text were deleted on the way to the newer. */
	public static int vanished(String older, String newer) {
		return Edits.between(older, newer)
			.stream()
			.mapToInt((edit) -> older.codePointCount(edit.from(), edit.to()))
			.sum();
	}

	/**
	 * The lines of the older text that stand nowhere in the newer, in their order and
	 * without their ends. A line that only moved is not lost.
	 */
	public static List<String> lost(String older, String newer) {
		Set<String> kept = newer.lines().collect(Collectors.toSet());
		return older.lines().filter((line) -> !kept.contains(line)).toList();
	}

}
