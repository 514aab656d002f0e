package dev.chogo.wire;

import org.jspecify.annotations.Nullable;

/** Rules for every text that is kept. */
public final class Text {

	private Text() {
	}

	/** What is wrong with a text of {@code min} to {@code max} code points, or null. */
	public static @Nullable String fault(String text, int min, int max) {
		int length = text.codePointCount(0, text.length());
		if (length < min) {
			return "must have at least %d characters and has %d".formatted(min, length);
		}
		if (length > max) {
			return "must have at most %d characters and has %d".formatted(max, length);
		}
		return fault(text);
	}

	/** What is wrong with a text of any length, or null. */
	public static @Nullable String fault(String text) {
		int at = 0;
		while (at < text.length()) {
			int codePoint = text.codePointAt(at);
			if (codePoint == 0) {
				return "has U+0000 at character %d, which cannot be stored".formatted(characters(text, at));
			}
			if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
				return "has half an UTF-16 pair (U+%X) at character %d".formatted(codePoint, characters(text, at));
			}
			at += Character.charCount(codePoint);
		}
		return null;
	}

	private static int characters(String text, int at) {
		return text.codePointCount(0, at) + 1;
	}

}
