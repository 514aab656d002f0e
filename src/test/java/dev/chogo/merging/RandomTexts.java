package dev.chogo.merging;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts as authors write them and as they should not, and what becomes of them. */
class RandomTexts {

	private static final String[] PIECES = { "나는", "밥을", "밥은", "빵을", "먹었다", "글", "글을", "썼다", "ㅋㅋㅋ", "ㅏ",
			"\u1112\u1161\u11AB\u1100\u1173\u11AF", "\u1112\u119E\u11AB", "大韓", "don't", "3.14", "é", "e\u0301",
			"\u0301", "👨‍👩‍👧‍👦", "👨", "\u200D", "👍🏽", "🏽", "🇰🇷", "🇰", "🇺🇸", "1️⃣", "𠮷", "\uFEFF", "- ",
			"1. ", "# ", "```", "**", "|", "\u201C", "\u201D", ".", ",", "!", "\t", "\r" };

	private static final String[] BLANKS = { " ", " ", " ", "  ", "\n", "\n\n", "\r\n", "" };

	private final Random random;

	RandomTexts(long seed) {
		this.random = new Random(seed);
	}

	/** A new text of no more than so many words. */
	String text(int words) {
		return IntStream.range(0, this.random.nextInt(words + 1))
			.mapToObj((n) -> oneOf(PIECES) + oneOf(BLANKS))
			.collect(Collectors.joining());
	}

	/**
	 * The same text after a few edits, some of them in the middle of a word or a cluster.
	 */
	String edited(String text) {
		String edited = text;
		for (int edits = this.random.nextInt(4); edits > 0; edits--) {
			int from = offset(edited);
			int to = this.random.nextBoolean() ? from : edited.offsetByCodePoints(from,
					Math.min(this.random.nextInt(8), edited.codePointCount(from, edited.length())));
			String put = this.random.nextInt(3) == 0 ? "" : text(2);
			edited = edited.substring(0, from) + put + edited.substring(to);
		}
		return edited;
	}

	private int offset(String text) {
		return text.offsetByCodePoints(0, this.random.nextInt(text.codePointCount(0, text.length()) + 1));
	}

	private String oneOf(String[] texts) {
		return texts[this.random.nextInt(texts.length)];
	}

}
