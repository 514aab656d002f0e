package dev.chogo.text;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words looked for: all of them have to be there, in any case and in any normal form. */
public final class Words {

	private static final Pattern SPACE = Pattern.compile("[\\p{javaWhitespace}\\p{javaSpaceChar}]+");

	private final List<String> each;

	public Words(String text) {
		this.each = SPACE.splitAsStream(folded(text)).filter((word) -> !word.isEmpty()).toList();
	}

	public boolean any() {
		return !this.each.isEmpty();
	}

	/** Each of them, folded. */
	public List<String> each() {
		return this.each;
	}

	public boolean areIn(String title, String content) {
		String text = folded(title) + '\n' + folded(content);
		return this.each.stream().allMatch(text::contains);
	}

	/** A text without what makes no difference to who looks for words in it. */
	public static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

}
