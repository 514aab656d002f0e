package dev.chogo.archive;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import dev.chogo.archive.Front.Published;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.text.Format;
import dev.chogo.text.Visibility;
import dev.chogo.writing.Kept;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A text's file is read as it was written, and lies under a name that every disk takes.
 */
@Tag("unit")
class TextFileTests {

	private static final Instant NOW = Instant.parse("2026-11-22T03:26:08.669Z");

	private static final List<String> ODD = List.of("---", "\n---\n", "-->", "\n--><meta charset=\"utf-8\">\n",
			"<!--\n", "\r\n", "\r", "\n", "\u0085", "\u2028", "\ufeff", "\u0001", "\ufffe", "\uffff", "한글",
			"\u1112\u1161\u11ab", "👨‍👩‍👧‍👦", "\"", "\\", "'", ": ", " #", "{", "}", "[", "\t", " ", "yes", "null",
			"1e3", "2026-01-01", "\u007f", "\u009f", "%", "&a", "*a", "!", "|", ">", "@", "`", "\u200b", "\u202e",
			"../", "C:\\");

	private final Random random = new Random(27);

	@ParameterizedTest
	@EnumSource(Format.class)
	void whatIsWrittenIsRead(Format format) {
		for (int time = 0; time < 5_000; time++) {
			TextFile file = new TextFile(front(format, odd(time % 200)), odd(9) + "\n" + odd(9));
			assertThat(TextFile.of(file.bytes(), "it")).isEqualTo(file);
			assertThat(new String(file.bytes(), UTF_8)).endsWith(file.content());
		}
	}

	@Test
	void namesAreShortAndHaveNothingInThemThatADiskRefuses() {
		for (int time = 0; time < 5_000; time++) {
			String name = Layout.text(front(Format.MARKDOWN, odd(time % 200)));
			assertThat(name).matches("drafts/0006[^/\\\\:*?\"<>|\\p{C}]*\\.md");
			assertThat(name.getBytes(UTF_8)).hasSizeLessThan(255);
		}
	}

	@Test
	void nameOfAnEmptyTitleIsItsNumber() {
		assertThat(Layout.text(front(Format.HTML, "  "))).isEqualTo("drafts/0006.html");
	}

	@Test
	void whatIsNoTextIsRefused() {
		for (String content : List.of("", "---\n", "---\ntitle: x\n", "---\n: [\n---\n", "글", "---\n- 1\n---\n")) {
			assertThatExceptionOfType(Refused.class).isThrownBy(() -> TextFile.of(content.getBytes(UTF_8), "it"));
		}
		assertThatExceptionOfType(Refused.class)
			.isThrownBy(
					() -> TextFile.of(new byte[] { '-', '-', '-', '\n', (byte) 0xed, (byte) 0xa0, (byte) 0x80 }, "it"))
			.withMessage("it is not UTF-8.");
	}

	private String odd(int parts) {
		StringBuilder odd = new StringBuilder();
		for (int part = 0; part < parts; part++) {
			odd.append(ODD.get(this.random.nextInt(ODD.size())));
		}
		return odd.toString();
	}

	private Front front(Format format, String title) {
		Details details = new Details(title, format, title, List.of(title, "가"), Visibility.PROTECTED,
				this.random.nextBoolean() ? "hash" : null, title);
		State state = new State(details, 4, NOW, Kept.LARGE_DELETION, 3L);
		return new Front(Kind.DRAFT, 6, state, NOW, null, this.random.nextBoolean() ? NOW : null, null, null);
	}

	@Test
	void whatBecameOfATextSaysWhereItLies() {
		Front draft = front(Format.MARKDOWN, "글");
		assertThat(Layout.text(draft)).isEqualTo("drafts/0006 글.md");
		assertThat(Layout.text(of(Kind.DRAFT, NOW, null))).isEqualTo("trash/drafts/0006 글.md");
		assertThat(Layout.text(of(Kind.DRAFT, NOW, new Published(1, 1, 0)))).isEqualTo("published/0006 글.md");
		assertThat(Layout.text(of(Kind.POST, null, null))).isEqualTo("posts/0006 글.md");
		assertThat(Layout.versions(of(Kind.POST, NOW, null))).isEqualTo("trash/posts/versions/0006.jsonl");
	}

	private Front of(Kind kind, Instant deletedAt, Published published) {
		return new Front(kind, 6, front(Format.MARKDOWN, "글").state(), NOW, deletedAt, null, published, NOW);
	}

}
