package dev.chogo.search;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an older text has and a newer one has not, in whole sentences. A sentence that was
 * typed further is still there: only so is a text not indexed once for each save.
 */
final class Vanished {

	/**
	 * Up to its end, or the line's; where that is further than 200 characters, up to a
	 * space. No word is cut.
	 */
	private static final Pattern SENTENCE = Pattern.compile(
			"\\S(?:.{0,200}?(?:[.!?…]+[\"'”’)\\]]*(?=\\s|$)|[。！？]|$)|.{0,200}(?=\\s)|\\S*)",
			Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);

	/** So many are another text rather than one that was typed further. */
	private static final int MANY = 100;

	private Vanished() {
	}

	static List<String> between(String older, String newer) {
		int head = commonHead(older, newer);
		int tail = commonTail(older, newer, head);
		Set<String> there = sentences(lines(newer, head, tail)).collect(Collectors.toSet());
		List<String> gone = sentences(lines(older, head, tail)).filter((it) -> !there.contains(it)).toList();
		return (gone.size() > MANY) ? gone : gone.stream().filter((it) -> !newer.contains(it)).toList();
	}

	private static int commonHead(String one, String other) {
		int most = Math.min(one.length(), other.length());
		int head = 0;
		while (head < most && one.charAt(head) == other.charAt(head)) {
			head++;
		}
		return head;
	}

	private static int commonTail(String one, String other, int head) {
		int most = Math.min(one.length(), other.length()) - head;
		int tail = 0;
		while (tail < most && one.charAt(one.length() - tail - 1) == other.charAt(other.length() - tail - 1)) {
			tail++;
		}
		return tail;
	}

	/** The lines of a text that are not all head or tail. */
	private static String lines(String text, int head, int tail) {
		int end = text.indexOf('\n', text.length() - tail);
		return text.substring(text.lastIndexOf('\n', head - 1) + 1, (end < 0) ? text.length() : end);
	}

	private static Stream<String> sentences(String text) {
		return SENTENCE.matcher(text).results().map(MatchResult::group);
	}

}
