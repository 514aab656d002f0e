package dev.chogo.posts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The last part of a post's address, made from its title as Tistory does: Hangul stays,
 * blanks become "-".
 */
final class Slug {

	private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	/** In code points: an address of Hangul is nine times as long once it is encoded. */
	private static final int MAX = 100;

	/** In code points: one that was sent may be as long, and is not to grow beyond. */
	private static final int LONGEST = 200;

	private Slug() {
	}

	/** Makes a slug; a title without a letter or digit gives the number of the post. */
	static String of(String title, long sequence) {
		String words = NEITHER_LETTER_NOR_DIGIT.matcher(Normalizer.normalize(title, Normalizer.Form.NFC))
			.replaceAll("-")
			.toLowerCase(Locale.ROOT)
			.replaceAll("^-|-$", "");
		String slug = cut(words, MAX).replaceAll("-$", "");
		return slug.isEmpty() ? Long.toString(sequence) : slug;
	}

	/** The slug itself, or with {@code -2}, {@code -3} … the first that is free. */
	static String free(String slug, Predicate<String> taken) {
		return IntStream.iterate(1, (n) -> n + 1)
			.mapToObj((n) -> (n == 1) ? slug : cut(slug, LONGEST - 1 - Integer.toString(n).length()) + "-" + n)
			.filter(taken.negate())
			.findFirst()
			.orElseThrow();
	}

	private static String cut(String text, int max) {
		int length = Math.min(max, text.codePointCount(0, text.length()));
		return text.substring(0, text.offsetByCodePoints(0, length));
	}

}
