package dev.chogo.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.chogo.text.Format;

/** Where what stands in an archive, under names that every disk takes. */
final class Layout {

	static final String README = "README.txt";

	static final String MANIFEST = "backup.json";

	/** As {@code sha256sum --check} reads them. */
	static final String SUMS = "SHA256SUMS";

	static final String ACCOUNT = "account.json";

	/**
	 * In code points: of four bytes each they leave room within the 255 of most disks.
	 */
	private static final int WORDS = 50;

	/** What no name may have on Windows, what cannot be seen, and blanks. */
	private static final Pattern NOT_IN_NAME = Pattern.compile("[\\p{C}\\p{Z}/\\\\:*?\"<>|]+");

	private Layout() {
	}

	/** The folder of all that is an author's. */
	static String folder(Author author) {
		return "@%s/".formatted(author.handle());
	}

	/** A text's file among those of its author: its number makes its name its own. */
	static String text(Front front) {
		String name = "%04d %s".formatted(front.sequence(), words(front.state().details().title())).strip();
		return folder(front) + name + ((front.format() == Format.HTML) ? ".html" : ".md");
	}

	/** Whether this is a text's file, and not that of its older versions. */
	static boolean isText(String name) {
		return name.endsWith(".md") || name.endsWith(".html");
	}

	/** The file of its older versions. */
	static String versions(Front front) {
		return "%sversions/%04d.jsonl".formatted(folder(front), front.sequence());
	}

	private static String folder(Front front) {
		String texts = front.kind().name().toLowerCase(Locale.ROOT) + "s/";
		if (front.published() != null) {
			return "published/";
		}
		return (front.deletedAt() != null) ? "trash/" + texts : texts;
	}

	private static String words(String title) {
		String words = NOT_IN_NAME.matcher(Normalizer.normalize(title, Normalizer.Form.NFC)).replaceAll(" ").strip();
		return words.substring(0,
				words.offsetByCodePoints(0, Math.min(WORDS, words.codePointCount(0, words.length()))));
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
