package dev.chogo.merging;

import java.util.List;

import dev.chogo.merging.Change.Op;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of two versions of a text. */
@Tag("unit")
class ChangesTests {

	@Test
	void linesAreComparedFirstAndThenTheWordsInThem() {
		assertThat(Changes.between("나는 밥을 먹었다.\n\n끝\n", "나는 빵을 먹었다.\n\n새 줄\n끝\n")).containsExactly(
				new Change(Op.EQUAL, "나는 "), new Change(Op.DELETE, "밥을"), new Change(Op.INSERT, "빵을"),
				new Change(Op.EQUAL, " 먹었다.\n\n"), new Change(Op.INSERT, "새 줄\n"), new Change(Op.EQUAL, "끝\n"));
	}

	@Test
	void equalTextsAreOneStretchAndEmptyOnesNone() {
		assertThat(Changes.between("글\r\n", "글\r\n")).containsExactly(new Change(Op.EQUAL, "글\r\n"));
		assertThat(Changes.between("", "")).isEmpty();
	}

	/**
	 * Letters, digits and marks in any normal form are one word, as is each of the
	 * others.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "한글을", "\u1112\u1161\u11AB\u1100\u1173\u11AF\u110B\u1173\u11AF", "\u1112\u119E\u11AB",
			"ㅋㅋㅋ", "大韓民國은", "e\u0301te\u0301", "Ⅳ", "2026년", "क्षि", "\u0301가", "가\u200D나", "👨‍👩‍👧‍👦", "👍🏽", "❤️",
			"1️⃣", "🇰🇷", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "\r\n", ".", " ", "_", "\u00A0", "\u2028", "\uFEFF", "𠮷𠮷" })
	void aWordIsTakenOutWhole(String word) {
		String older = "[\n" + word + "]";
		for (int at = word.offsetByCodePoints(0, 1); at < word.length(); at = word.offsetByCodePoints(at, 1)) {
			String shorter = word.substring(0, at);
			assertThat(Changes.between(older, "[\n" + shorter + "]")).contains(new Change(Op.DELETE, word),
					new Change(Op.INSERT, shorter));
		}
		assertThat(Changes.between(older, "[\n]")).contains(new Change(Op.DELETE, word));
	}

	@ParameterizedTest
	@ValueSource(strings = { "밥|,", "밥| ", " | ", ".|.", "don|'|t", "3|.|14", "foo|_|bar", "🇰🇷|🇺🇸", "👍|👍🏽",
			"글|🌱", "\t|\t", "*|*|굵게|*|*", "-| |[| |]| |할| |일" })
	void wordsPunctuationAndBlanksStandApart(String words) {
		int from = 0;
		String older = words.replace("|", "");
		for (String word : words.split("\\|", -1)) {
			int to = from + word.length();
			assertThat(Changes.between(older, older.substring(0, from) + "☆" + older.substring(to)))
				.contains(new Change(Op.DELETE, word), new Change(Op.INSERT, "☆"));
			from = to;
		}
	}

	@Test
	void normalFormsAreToldApart() {
		assertThat(Changes.between("é", "e\u0301")).containsExactly(new Change(Op.DELETE, "é"),
				new Change(Op.INSERT, "e\u0301"));
	}

	@Test
	void whatVanishedIsCountedInCodePoints() {
		assertThat(Changes.vanished("글 🌱𠮷 끝", "글  끝")).isEqualTo(2);
		assertThat(Changes.vanished("글", "글 더")).isZero();
		assertThat(Changes.vanished("가나다 라", "")).isEqualTo(5);
	}

	@Test
	void linesThatStandNowhereAnyMoreAreLost() {
		assertThat(Changes.lost("하나\n둘\n셋\r\n둘\n넷", "셋\n하나\n새 줄\n")).isEqualTo(List.of("둘", "둘", "넷"));
		assertThat(Changes.lost("하나\n둘", "둘\n하나")).isEmpty();
		assertThat(Changes.lost("", "하나")).isEmpty();
	}

	@Test
	void aChangeIsWrittenAsTheWireSays() {
		assertThat(new JsonMapper().writeValueAsString(Changes.between("가 나", "가 다"))).isEqualTo("""
				[{"op":"equal","text":"가 "},{"op":"delete","text":"나"},{"op":"insert","text":"다"}]""");
	}

}
