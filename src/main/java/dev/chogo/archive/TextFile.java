package dev.chogo.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import dev.chogo.text.Format;
import tools.jackson.core.JacksonException;

/**
 * A text as a file that any editor opens: what is said of it in front, as YAML, then the
 * content, byte for byte.
 */
record TextFile(Front front, String content) {

	/** The front matter's first line, and its last. */
	private enum Fence {

		DASHES("---\n", "---\n"),

		/** A browser shows nothing of it, and reads the rest as the UTF-8 that it is. */
		COMMENT("<!--\n", "--><meta charset=\"utf-8\">\n");

		private final String first;

		private final String last;

		Fence(String first, String last) {
			this.first = first;
			this.last = last;
		}

	}

	byte[] bytes() {
		Fence fence = (this.front.format() == Format.HTML) ? Fence.COMMENT : Fence.DASHES;
		return (fence.first + Notation.YAML.writeValueAsString(this.front) + fence.last + this.content)
			.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Reads a file.
	 * @throws Refused where it is none
	 */
	static TextFile of(byte[] bytes, String name) {
		try {
			// A new decoder reports what is malformed; String's own replaces it.
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			Fence fence = text.startsWith(Fence.COMMENT.first) ? Fence.COMMENT : Fence.DASHES;
			int begin = fence.first.length();
			// The line break before the last line is the front matter's own.
			int end = text.indexOf("\n" + fence.last, begin);
			if (!text.startsWith(fence.first) || end < 0) {
				throw new Refused("%s has no front matter.".formatted(name));
			}
			Front front = Notation.YAML.readValue(text.substring(begin, end + 1), Front.class);
			return new TextFile(front, text.substring(end + 1 + fence.last.length()));
		}
		catch (CharacterCodingException ex) {
			throw new Refused("%s is not UTF-8.".formatted(name), ex);
		}
		catch (JacksonException ex) {
			throw new Refused("The front matter of %s cannot be read: %s".formatted(name, ex.getOriginalMessage()), ex);
		}
	}

}
