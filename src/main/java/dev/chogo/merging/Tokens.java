package dev.chogo.merging;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A text cut into lines or words. Keeps offsets instead of strings: a text of two
 * mebibytes may be two million words.
 */
final class Tokens extends AbstractList<Token> implements RandomAccess {

	private static final Pattern LINE = Pattern.compile("[^\\n]*+\\n|[^\\n]++");

	/**
	 * Grapheme clusters that begin with a letter, a mark or a digit are one word as long
	 * as they follow each other; any other cluster is a word of its own. Possessive, so
	 * that a word of two mebibytes needs no stack.
	 */
	private static final Pattern WORD = Pattern.compile("(?:(?=[\\p{L}\\p{M}\\p{N}])\\X)++|\\X");

	private final String text;

	/** Where each token begins, and the end of the text. */
	private final int[] offsets;

	private Tokens(String text, Pattern token) {
		this.text = text;
		IntStream ends = token.matcher(text).results().mapToInt(MatchResult::end);
		this.offsets = IntStream.concat(IntStream.of(0), ends).toArray();
	}

	/** Lines with their ends, of which only LF is one: CR belongs to its line. */
	static Tokens lines(String text) {
		return new Tokens(text, LINE);
	}

	/** Words, and every blank and punctuation mark by itself; CRLF is one blank. */
	static Tokens words(String text) {
		return new Tokens(text, WORD);
	}

	@Override
	public int size() {
		return this.offsets.length - 1;
	}

	@Override
	public Token get(int index) {
		return new Token(this.text, offset(index), offset(index + 1));
	}

	/** The UTF-16 units of all. */
	int length() {
		return this.text.length();
	}

	/** Where a token begins; for {@link #size()} the end of the text. */
	int offset(int index) {
		return this.offsets[index];
	}

	String text(int from, int to) {
		return this.text.substring(offset(from), offset(to));
	}

	/** How many tokens both begin with. */
	int commonStart(Tokens other) {
		int most = Math.min(size(), other.size());
		int common = 0;
		while (common < most && get(common).same(other.get(common))) {
			common++;
		}
		return common;
	}

	/** How many tokens both end with, not counting the first ones. */
	int commonEnd(Tokens other, int first) {
		int most = Math.min(size(), other.size()) - first;
		int common = 0;
		while (common < most && get(size() - 1 - common).same(other.get(other.size() - 1 - common))) {
			common++;
		}
		return common;
	}

}
