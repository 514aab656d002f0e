package dev.chogo.writing;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Words looked for: all of them have to be there, in any case and in any normal form. */
final class Words {

	private final List<String> words;

	Words(String text) {
		this.words = Arrays.stream(folded(text).split("\\s+")).filter((word) -> !word.isEmpty()).toList();
	}

	boolean any() {
		return !this.words.isEmpty();
	}

	boolean areIn(String title, String content) {
		String text = folded(title) + '\n' + folded(content);
		return this.words.stream().allMatch(text::contains);
	}

	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
	}

}
