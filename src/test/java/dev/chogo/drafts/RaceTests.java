package dev.chogo.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of requests that come at the same moment (promises.md, T3 and T5). */
@ChogoTest
class RaceTests {

	private static final int WRITERS = 16;

	private static final int ROUNDS = 200;

	private static final int REPEATS = 20;

	private static ExecutorService executor;

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeAll
	static void startExecutor() {
		executor = Executors.newCachedThreadPool();
	}

	@AfterAll
	static void stopExecutor() {
		executor.shutdownNow();
	}

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	@Test
	void ofSixteenSavesOfOneVersionExactlyOneIsStored() throws Exception {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"처음\"}");
		for (int round = 1; round <= ROUNDS; round++) {
			String prefix = "%d번째 판, 글쓴이 ".formatted(round);
			Http conditional = this.http.with("If-Match", "\"%d\"".formatted(round));
			List<Http.Answer> answers = atOnce(WRITERS,
					(writer) -> conditional.patch("/api/drafts/1", "{\"content\":\"%s%d\"}".formatted(prefix, writer)));
			assertThat(answers).extracting(Http.Answer::status).as(prefix).containsOnly(200, 412).containsOnlyOnce(200);
			int winner = answers.stream().map(Http.Answer::status).toList().indexOf(200);
			assertThat(answers.get(winner).field("ETag")).isEqualTo("\"%d\"".formatted(round + 1));
			Http.Answer stored = this.http.get("/api/drafts/1");
			assertThat(stored.json("/draft/content").stringValue()).isEqualTo(prefix + winner);
			assertThat(stored.json("/draft/version").intValue()).isEqualTo(round + 1);
		}
	}

	@Test
	void twentyPostsWithOneKeyMakeOneDraftAndGetOneAnswer() throws Exception {
		for (int repeat = 1; repeat <= REPEATS; repeat++) {
			String body = "{\"title\":\"한 번만\",\"content\":\"%d번째\"}".formatted(repeat);
			Http keyed = this.http.with("Idempotency-Key", "\"key-%d\"".formatted(repeat));
			List<Http.Answer> answers = atOnce(20, (number) -> keyed.post("/api/drafts", body));
			assertThat(answers).as(body).extracting(Http.Answer::status).containsOnly(201);
			assertThat(answers).extracting(RaceTests::remembered).containsOnly(remembered(answers.get(0)));
			assertThat(answers.get(0).field("Location")).isEqualTo("/api/drafts/%d".formatted(repeat));
			assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(repeat);
			assertThat(keyed.post("/api/drafts", "{\"title\":\"다른 글\"}").status()).isEqualTo(422);
		}
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(REPEATS);
	}

	/** A finger on the button, or a client that never hears the answer. */
	@Test
	void sameKeyFiveTimesIsOneDraft() {
		Http keyed = this.http.with("Idempotency-Key", "five-times");
		List<Http.Answer> answers = IntStream.range(0, 5)
			.mapToObj((time) -> keyed.post("/api/drafts", "{\"title\":\"한 번만\"}"))
			.toList();
		assertThat(answers).extracting(RaceTests::remembered).containsOnly(remembered(answers.get(0)));
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@Test
	void ofTwentyBodiesUnderOneKeyExactlyOneIsStored() throws Exception {
		Http keyed = this.http.with("Idempotency-Key", "many-bodies");
		List<Http.Answer> answers = atOnce(20,
				(number) -> keyed.post("/api/drafts", "{\"title\":\"글 %d\"}".formatted(number)));
		assertThat(answers).extracting(Http.Answer::status).containsOnly(201, 422).containsOnlyOnce(201);
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@Test
	void numbersOfParallelDraftsHaveNoGapAndNoDouble() throws Exception {
		List<Http.Answer> answers = atOnce(20,
				(number) -> this.http.post("/api/drafts", "{\"title\":\"글 %d\"}".formatted(number)));
		assertThat(answers).extracting((answer) -> answer.json("/draft/sequence").intValue())
			.containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
	}

	@Test
	void saveWhoseAnswerWasLostCanBeSentAgain() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"처음\"}");
		Http conditional = this.http.with("If-Match", "\"1\"");
		Http.Answer first = conditional.patch("/api/drafts/1", "{\"content\":\"다음\"}");
		Http.Answer again = conditional.patch("/api/drafts/1", "{\"content\":\"다음\"}");
		assertThat(again.status()).isEqualTo(200);
		assertThat(remembered(again)).isEqualTo(remembered(first));
		assertThat(conditional.patch("/api/drafts/1", "{\"content\":\"다른 글\"}").status()).isEqualTo(412);
	}

	/** What two answers to one request have in common. */
	private static List<String> remembered(Http.Answer answer) {
		return List.of(answer.status() + " " + answer.body(), "Location: " + answer.field("Location"),
				"ETag: " + answer.field("ETag"), "Content-Type: " + answer.field("Content-Type"),
				"Chogo-Version: " + answer.field("Chogo-Version"), "Chogo-Digest: " + answer.field("Chogo-Digest"));
	}

	/** Sends all of them when the last one is ready; answers in their order. */
	private static List<Http.Answer> atOnce(int count, IntFunction<Http.Answer> request)
			throws InterruptedException, ExecutionException {
		CyclicBarrier barrier = new CyclicBarrier(count);
		List<Callable<Http.Answer>> requests = IntStream
			.range(0, count).<Callable<Http.Answer>>mapToObj((number) -> () -> {
				barrier.await();
				return request.apply(number);
			})
			.toList();
		List<Http.Answer> answers = new ArrayList<>();
		for (Future<Http.Answer> answer : executor.invokeAll(requests)) {
			answers.add(answer.get());
		}
		return answers;
	}

}
