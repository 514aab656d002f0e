package dev.chogo.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.CuttingProxy;
import dev.chogo.CuttingProxy.Cut;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of saves whose connection is cut, and that are sent again until an answer
 * comes (promises.md, T5 and T6). {@code -Dchogo.rounds=2000} for more of them.
 */
@ChogoTest
class CutConnectionTests {

	private static final int ROUNDS = Integer.getInteger("chogo.rounds", 100);

	private static final int RETRIES = 5;

	private static final List<Cut> CUTS = List.of(Cut.values());

	@LocalServerPort
	private int port;

	private final Random random = new Random(1);

	private CuttingProxy proxy;

	/** Goes through the proxy, which cuts nothing unless it is told to. */
	private Http http;

	@BeforeEach
	void signUp() throws IOException {
		this.proxy = new CuttingProxy(this.port);
		this.http = Author.signedUp(this.proxy.port()).http();
	}

	@AfterEach
	void close() throws IOException {
		this.proxy.close();
	}

	@Test
	void draftSentUntilItIsAnsweredIsMadeOnce() {
		for (int round = 1; round <= ROUNDS; round++) {
			String key = "\"key-%d\"".formatted(round);
			String body = "{\"title\":\"한 번만\",\"content\":\"%d번째\"}".formatted(round);
			Http keyed = this.http.with("Idempotency-Key", key);
			Answer answer = untilAnswered(() -> keyed.post("/api/drafts", body));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
			assertThat(answer.field("Location")).isEqualTo("/api/drafts/%d".formatted(round));
			assertThat(keyed.post("/api/drafts", body).field("Location")).isEqualTo(answer.field("Location"));
			assertThat(keyed.post("/api/drafts", "{\"title\":\"다른 글\"}").status()).isEqualTo(422);
		}
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(ROUNDS);
	}

	@Test
	void changeSentUntilItIsAnsweredIsMadeOnce() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		for (int round = 1; round <= ROUNDS; round++) {
			Http conditional = this.http.with("If-Match", "\"%d\"".formatted(round));
			String content = "%d번째".formatted(round);
			String body = "{\"content\":\"%s\"}".formatted(content);
			Answer answer = untilAnswered(() -> conditional.patch("/api/drafts/1", body));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
			assertThat(answer.field("Chogo-Version")).isEqualTo(Integer.toString(round + 1));
			Answer other = conditional.patch("/api/drafts/1", "{\"content\":\"다른 글\"}");
			assertThat(other.status()).isEqualTo(412);
			Answer stored = this.http.get("/api/drafts/1");
			assertThat(stored.json("/draft/content").stringValue()).isEqualTo(content);
			assertThat(stored.json("/draft/version").intValue()).isEqualTo(round + 1);
		}
	}

	/** One to five connections are cut, the next one is not. */
	private Answer untilAnswered(Supplier<Answer> request) {
		int cuts = 1 + this.random.nextInt(RETRIES);
		this.random.ints(cuts, 0, CUTS.size()).mapToObj(CUTS::get).forEach(this.proxy::cut);
		for (int retry = 0; retry < cuts; retry++) {
			try {
				throw new AssertionError("Not cut: " + request.get());
			}
			catch (UncheckedIOException ex) {
				assertThat(ex).hasCauseInstanceOf(IOException.class);
			}
		}
		assertThat(this.proxy.isDone()).isTrue();
		return request.get();
	}

}
