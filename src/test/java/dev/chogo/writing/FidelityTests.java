package dev.chogo.writing;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http.Answer;
import dev.chogo.Http;
import dev.chogo.text.Digest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was typed comes back code point for code point. {@code -Dseed=} repeats a run,
 * {@code -Dchogo.rounds=50000} makes one of 100,000 strings: each text has a title and a
 * content.
 */
@ChogoTest
class FidelityTests {

	private static final int TEXTS = Integer.getInteger("chogo.rounds", 1_000);

	/** In less time than a token is good for. */
	private static final int WITH_ONE_TOKEN = 5_000;

	private static final String[] PIECES = { "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🇰🇷", "👍🏽", "❤️", "한글",
			"\u1112\u1161\u11AB", "\u3131\u314F", "\uA960\uD7B0", "\uFFA1", "\u1100\u119E\u11AB", "שלום",
			"\u202Eابجد\u202C", "\u2028", "\u2029", "\uFEFF", "\r\n", "\n", "\r", "\t", "   ", "</script>", "<!--",
			"**굵게**는", "\\", "\"", "'", "\u0001", "\u007F", "\u0085", "\u00A0", "\u200B", "\u200D", "e\u0301", "é",
			"\uFFFE", "\uFFFF", "\uD83F\uDFFE", "\uDBFF\uDFFF", "𠮷", "%00", "&amp;", "\uE000", "\u0345",
			"Z\u0351\u0352\u0353" };

	@LocalServerPort
	private int port;

	@Test
	void everyCodePointReturns() {
		long seed = Long.getLong("seed", new Random().nextLong());
		Random random = new Random(seed);
		JsonMapper json = new JsonMapper();
		Author author = Author.signedUp(this.port);
		Http http = author.http();
		http.post("/api/drafts", "{\"title\":\"첫 줄\"}");
		for (int n = 0; n < TEXTS; n++) {
			if (n % WITH_ONE_TOKEN == 0) {
				http = author.again().http();
			}
			String title = text(random, 8);
			String content = text(random, 60);
			String body = json.writeValueAsString(java.util.Map.of("title", title, "content", content));
			Answer saved = http.put("/api/drafts/1", body);
			assertThat(saved.status()).as("text %d, -Dseed=%d: %s", n, seed, saved).isEqualTo(200);
			assertThat(saved.field("Chogo-Digest")).isEqualTo(Digest.of(content).toString());
			Answer got = http.get("/api/drafts/1");
			assertThat(got.json("/draft/title").stringValue()).as("title %d, -Dseed=%d", n, seed).isEqualTo(title);
			assertThat(got.json("/draft/content").stringValue()).as("text %d, -Dseed=%d", n, seed).isEqualTo(content);
		}
	}

	private static String text(Random random, int pieces) {
		IntFunction<String> piece = (n) -> random.nextBoolean() ? PIECES[random.nextInt(PIECES.length)]
				: Character.toString(codePoint(random));
		return IntStream.rangeClosed(0, random.nextInt(pieces)).mapToObj(piece).collect(Collectors.joining());
	}

	private static int codePoint(Random random) {
		int codePoint = 1 + random.nextInt(random.nextBoolean() ? 0xFFFF : Character.MAX_CODE_POINT);
		boolean surrogate = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
		return surrogate ? 0xAC00 : codePoint;
	}

}
