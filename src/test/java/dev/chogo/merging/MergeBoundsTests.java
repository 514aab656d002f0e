package dev.chogo.merging;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

/** Texts of two mebibytes, as they are written and as bad as they can be. */
@Tag("unit")
class MergeBoundsTests {

	/**
	 * Ten times what the worst needs; without a limit it needs minutes, or more memory
	 * than there is.
	 */
	private static final Duration SOON = Duration.ofSeconds(15);

	private static final int MEBIBYTE = 1 << 20;

	private static final String NOVEL = lines(24_000, (n) -> "문장 %d: 나는 오늘도 밥을 먹고 글을 썼다.\n".formatted(n));

	@Test
	void aHandfulOfEditsInTwoMebibytesMerge() {
		String stored = NOVEL.replace("문장 7:", "문장 일곱:").replace("문장 12000: 나는", "문장 12000: 우리는");
		String sent = NOVEL.replace("문장 12000: 나는 오늘도", "문장 12000: 나는 어제도").replace("문장 23999:", "마지막 문장:");
		String merged = assertTimeoutPreemptively(SOON, () -> Merge.of(NOVEL, stored, sent)).orElseThrow();
		assertThat(merged).isEqualTo(stored.replace("우리는 오늘도", "우리는 어제도").replace("문장 23999:", "마지막 문장:"));
		assertThat(Changes.between(NOVEL, merged)).hasSizeLessThan(20);
	}

	@Test
	void threeHundredEditsAreStillFoundOneByOne() {
		String newer = lines(24_000, (n) -> "문장 %d: 나는 오늘도 %s을 먹고 글을 썼다.\n".formatted(n, (n % 80 == 0) ? "빵" : "밥"));
		assertThat(Changes.vanished(NOVEL, newer)).isEqualTo(300 * "밥을".length());
	}

	@Test
	void textsThatAreTooDifferentConflict() {
		assertThat(Merge.of(NOVEL, shuffled(NOVEL), NOVEL.replace("문장 12000", "문장 열둘")).isPresent()).isFalse();
	}

	@ParameterizedTest
	@MethodSource
	void changesAreFoundSoonAndExact(String older, String newer) {
		List<Change> changes = assertTimeoutPreemptively(SOON, () -> Changes.between(older, newer));
		assertThat(text(changes, Change.Op.INSERT).equals(older)).isTrue();
		assertThat(text(changes, Change.Op.DELETE).equals(newer)).isTrue();
	}

	static Stream<Arguments> changesAreFoundSoonAndExact() {
		String same = "가\n".repeat(MEBIBYTE);
		String word = "가".repeat(MEBIBYTE);
		return Stream.of(argumentSet("from nothing", "", NOVEL), argumentSet("to nothing", NOVEL, ""),
				argumentSet("every line another", NOVEL, NOVEL.replace("밥을", "빵을")),
				argumentSet("lines in another order", NOVEL, shuffled(NOVEL)),
				argumentSet("a million equal lines", same, lines(MEBIBYTE, (n) -> (n % 9_000 == 0) ? "나\n" : "가\n")),
				argumentSet("a million equal words", same.replace('\n', ' '),
						lines(MEBIBYTE, (n) -> (n % 9_000 == 0) ? "나 " : "가 ")),
				argumentSet("a million short lines in another order", lines(MEBIBYTE / 4, (n) -> n + "\n"),
						shuffled(lines(MEBIBYTE / 4, (n) -> n + "\n"))),
				argumentSet("one line, all words others", NOVEL.replace('\n', ' '),
						NOVEL.replace('\n', ' ').replace("밥을", "빵을")),
				argumentSet("one word", word, word.substring(1) + "나" + word),
				argumentSet("blanks to tabs", " ".repeat(2 * MEBIBYTE), "\t".repeat(2 * MEBIBYTE)),
				argumentSet("one cluster", "e" + "\u0301".repeat(MEBIBYTE), "a" + "\u0301".repeat(MEBIBYTE)),
				argumentSet("flags out of step", "🇰🇷".repeat(MEBIBYTE / 4), "🇰" + "🇰🇷".repeat(MEBIBYTE / 4)),
				argumentSet("emoji joined without end", "👨\u200D".repeat(MEBIBYTE / 3), "👨".repeat(MEBIBYTE / 3)));
	}

	private static String lines(int count, IntFunction<String> line) {
		return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
	}

	private static String shuffled(String text) {
		List<String> lines = Arrays.asList(text.split("(?<=\n)"));
		Collections.shuffle(lines, new Random(1));
		return String.join("", lines);
	}

	private static String text(List<Change> changes, Change.Op without) {
		return changes.stream().filter((it) -> it.op() != without).map(Change::text).collect(Collectors.joining());
	}

}
