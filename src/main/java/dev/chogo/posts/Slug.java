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

	private Slug() {
	}

	/** Makes a slug; a title without a letter or digit gives the number of the post. */
	static String of(String title, long sequence) {
		String words = NEITHER_LETTER_NOR_DIGIT.matcher(Normalizer.normalize(title, Normalizer.Form.NFC))
			.replaceAll("-")
			.toLowerCase(Locale.ROOT)
			.replaceAll("^-|-$", "");
		int length = Math.min(MAX, words.codePointCount(0, words.length()));
		String slug = words.substring(0, words.offsetByCodePoints(0, length)).replaceAll("-$", "");
		return slug.isEmpty() ? Long.toString(sequence) : slug;
	}

	/** The slug itself, or with {@code -2}, {@code -3} … the first that is free. */
	static String free(String slug, Predicate<String> taken) {
		return IntStream.iterate(1, (n) -> n + 1)
			.mapToObj((n) -> (n == 1) ? slug : slug + "-" + n)
			.filter(taken.negate())
			.findFirst()
			.orElseThrow();
	}

}
