package dev.chogo.merging;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.DeltaType;

/**
 * The fewest edits that make one text of another: of lines, and of words within the lines
 * that changed. {@code merge.js} finds the same ones: a change here is a change there.
 */
final class Edits {

	/**
	 * So many lines or words put in and taken out, and two texts count as different from
	 * end to end: Myers' algorithm takes time and memory by the square of it.
	 */
	private static final int MOST = 1_000;

	/**
	 * So many comparisons of characters, at worst: texts that repeat themselves need
	 * them.
	 */
	private static final int PATIENCE = 1_000_000_000;

	private Edits() {
	}

	/** Edits in reading order, with at least a word unchanged between each two. */
	static List<Edit> between(String older, String newer) {
		return between(Tokens.lines(older), Tokens.lines(newer)).stream()
			.flatMap((lines) -> wordsOf(lines, older.substring(lines.from(), lines.to())))
			.toList();
	}

	private static Stream<Edit> wordsOf(Edit lines, String replaced) {
		if (replaced.isEmpty() || lines.text().isEmpty()) {
			return Stream.of(lines);
		}
		return between(Tokens.words(replaced), Tokens.words(lines.text())).stream()
			.map((words) -> words.behind(lines.from()));
	}

	private static List<Edit> between(Tokens older, Tokens newer) {
		int start = older.commonStart(newer);
		int end = older.commonEnd(newer, start);
		int most = Math.min(MOST, PATIENCE / Math.max(1, older.length() + newer.length()));
		return changes(older.subList(start, older.size() - end), newer.subList(start, newer.size() - end), most)
			.stream()
			.sorted(Comparator.comparingInt((change) -> change.startOriginal))
			.map((change) -> new Edit(older.offset(start + change.startOriginal),
					older.offset(start + change.endOriginal),
					newer.text(start + change.startRevised, start + change.endRevised)))
			.toList();
	}

	// Not MyersDiffWithLinearSpace: it can't be stopped, and of two ways equally short it
	// may take another than the browser's.
	private static List<Change> changes(List<Token> older, List<Token> newer, int most) {
		try {
			return new MyersDiff<>(Token::same).computeDiff(older, newer, new Limit(most));
		}
		catch (TooDifferent ex) {
			return List.of(new Change(DeltaType.CHANGE, 0, older.size(), 0, newer.size()));
		}
	}

	/** Ends a search for which there is no other end. */
	private record Limit(int most) implements DiffAlgorithmListener {

		@Override
		public void diffStart() {
		}

		@Override
		public void diffStep(int edits, int max) {
			if (edits > this.most) {
				throw new TooDifferent();
			}
		}

		@Override
		public void diffEnd() {
		}

	}

	/** The texts are further apart than anybody looks. */
	private static final class TooDifferent extends RuntimeException {

		TooDifferent() {
			super(null, null, false, false);
		}

	}

}
