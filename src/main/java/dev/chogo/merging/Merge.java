package dev.chogo.merging;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One text made of two that were changed apart. */
public final class Merge {

	private static final Comparator<Edit> IN_READING_ORDER = Comparator.comparingInt(Edit::from)
		.thenComparingInt(Edit::to);

	private Merge() {
	}

	/**
	 * Carries out on {@code base} what either side did to it, and what both did alike
	 * once. Two different edits need an unchanged word, blank or punctuation mark between
	 * them: where they overlap or touch, as two insertions at one point do, nobody but
	 * the author knows what is meant. Hence no word is gone that neither side removed,
	 * and no grapheme cluster is split or run together. Which side is which makes no
	 * difference.
	 * @return empty where both changed the same words
	 */
	public static Optional<String> of(String base, String stored, String sent) {
		List<Edit> edits = Stream.concat(Edits.between(base, stored).stream(), Edits.between(base, sent).stream())
			.distinct()
			.sorted(IN_READING_ORDER)
			.toList();
		for (int next = 1; next < edits.size(); next++) {
			if (edits.get(next - 1).reaches(edits.get(next))) {
				return Optional.empty();
			}
		}
		return Optional.of(carriedOut(base, edits));
	}

	private static String carriedOut(String base, List<Edit> edits) {
		StringBuilder text = new StringBuilder();
		int at = 0;
		for (Edit edit : edits) {
			text.append(base, at, edit.from()).append(edit.text());
			at = edit.to();
		}
		return text.append(base, at, base.length()).toString();
	}

}
