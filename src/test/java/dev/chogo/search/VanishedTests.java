package dev.chogo.search;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is found of an older version. */
@Tag("unit")
class VanishedTests {

	@Test
	void aSentenceThatIsGoneIsWholeAndAlone() {
		assertThat(Vanished.between("첫 문장이다. 둘째 문장은 길다! 셋째.\n넷째?", "첫 문장이다. 셋째.\n넷째?")).containsExactly("둘째 문장은 길다!");
	}

	@Test
	void aSentenceOfWhichOneWordChangedIsGone() {
		assertThat(Vanished.between("나는 사과를 먹었다.\n끝.", "나는 배를 먹었다.\n끝.")).containsExactly("나는 사과를 먹었다.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "나는 사과를 먹었다. 그리", "나는 사과를 먹었다. 그리고", "그날, 나는 사과를 먹었다. 그리", "> 나는 사과를 먹었다. 그리" })
	void whatWasTypedFurtherOrMovedIsThere(String newer) {
		assertThat(Vanished.between("나는 사과를 먹었다. 그리", newer)).isEmpty();
	}

	@Test
	void ofALongLineOnlyWhatIsNearIsGone() {
		String line = "word ".repeat(1_000);
		List<String> vanished = Vanished.between(line + "tpyo", line + "typo");
		assertThat(String.join("", vanished)).endsWith("tpyo").hasSizeLessThan(210);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", " ", "\n\n", "…", "한 줄", "a. b. c.", "가。나。다", "「가。」 나", "끝.\r\n둘\u2028셋", "(가.) \"나!\"" })
	void allOfATextVanishesInAnEmptyOne(String text) {
		String words = String.join(" ", Vanished.between(text, ""));
		assertThat(words.replaceAll("\\s", "")).isEqualTo(text.replaceAll("(?U)\\s", ""));
	}

	@Test
	void noWordIsCut() {
		String text = ("낱말이. 하나 " + "a".repeat(300) + " b\n").repeat(50) + "x".repeat(100_000);
		assertThat(Vanished.between(text, "").stream().flatMap((it) -> Arrays.stream(it.split(" "))))
			.containsExactly(text.split("\\s+"));
	}

}
