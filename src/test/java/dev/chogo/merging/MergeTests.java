package dev.chogo.merging;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Cases that the service and the browser have to decide alike. */
@Tag("unit")
class MergeTests {

	private static final int SEED = 2026;

	@ParameterizedTest
	@MethodSource
	void aCaseIsDecidedAsWritten(Case it) {
		assertThat(Merge.of(it.base(), it.stored(), it.sent()).orElse(null)).isEqualTo(it.merged());
		assertThat(Merge.of(it.base(), it.sent(), it.stored()).orElse(null)).isEqualTo(it.merged());
	}

	static List<Case> aCaseIsDecidedAsWritten() throws IOException {
		return Case.read("vectors.json");
	}

	/**
	 * {@code -Dchogo.vectors=write} writes the file anew; then the browser has to agree.
	 */
	@Test
	void randomCasesAreDecidedAsBefore() throws IOException {
		RandomTexts texts = new RandomTexts(SEED);
		List<Case> cases = IntStream.range(0, 300).mapToObj((n) -> random("random " + n, texts)).toList();
		if ("write".equals(System.getProperty("chogo.vectors"))) {
			Case.write("vectors-random.json", cases);
		}
		assertThat(Case.read("vectors-random.json")).isEqualTo(cases);
	}

	private static Case random(String name, RandomTexts texts) {
		String base = texts.text(15);
		String stored = texts.edited(base);
		String sent = texts.edited(base);
		return new Case(name, base, stored, sent, Merge.of(base, stored, sent).orElse(null));
	}

}
