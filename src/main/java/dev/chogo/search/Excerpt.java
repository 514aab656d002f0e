package dev.chogo.search;

import java.text.Normalizer;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.chogo.text.Format;
import dev.chogo.text.Markup;
import dev.chogo.text.Words;

/**
 * What stands in a text around words, as a reader would see it. Lengths are in UTF-16
 * units.
 */
final class Excerpt {

	private static final int LENGTH = 200;

	/** What is shown before the words, at most. */
	private static final int BEFORE = 50;

	/** What is looked at on both sides of the words: markup takes its room. */
	private static final int AROUND = 1_000;

	private static final Pattern CHARACTER = Pattern.compile("\\X");

	private Excerpt() {
	}

	/** One line in normal form C, with an ellipsis where it is cut. */
	static String of(Format format, String content, Words words) {
		String text = Normalizer.normalize(content, Normalizer.Form.NFC);
		OptionalInt at = Places.best(words, text);
		String part = part(format, text, at.orElse(0));
		String plain = Markup.plain(format, part);
		OptionalInt there = Places.best(words, plain);
		if (at.isPresent() && there.isEmpty()) {
			// They are in the markup itself, such as in the address of a link.
			plain = part.strip().replaceAll("\\s+", " ");
			there = Places.best(words, plain);
		}
		return cut(plain, there.orElse(0));
	}

	/** What is around a place, beginning where markup can. */
	private static String part(Format format, String text, int at) {
		int from = wholeCodePoints(text, at - AROUND);
		int to = wholeCodePoints(text, at + AROUND);
		int beginning = text.indexOf((format == Format.HTML) ? '<' : '\n', from);
		return text.substring((from > 0 && beginning >= 0 && beginning <= at) ? beginning : from, to);
	}

	private static int wholeCodePoints(String text, int at) {
		int inside = Math.max(0, Math.min(at, text.length()));
		boolean half = inside > 0 && inside < text.length() && Character.isLowSurrogate(text.charAt(inside));
		return half ? inside - 1 : inside;
	}

	private static String cut(String plain, int at) {
		int from = Math.max(0, at - BEFORE);
		int space = plain.indexOf(' ', from);
		int begin = (from > 0 && space >= 0 && space < at) ? space + 1 : from;
		String words = CHARACTER.matcher(plain)
			.results()
			.dropWhile((it) -> it.start() < begin)
			.takeWhile((it) -> it.end() <= begin + LENGTH - 2)
			.map(MatchResult::group)
			.collect(Collectors.joining());
		return ((begin > 0) ? "…" : "") + words + (plain.endsWith(words) ? "" : "…");
	}

}
