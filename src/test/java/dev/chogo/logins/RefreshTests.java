package dev.chogo.logins;

import dev.chogo.MovedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Refresh tokens rotate, and one used again ends its family (RFC 9700). */
@DoorsTest
class RefreshTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private MovedClock clock;

	private Visitor visitor;

	private JsonNode first;

	@BeforeEach
	void signIn() {
		this.visitor = Visitor.signedUp(this.port, this.database);
		this.first = this.visitor.tokens();
	}

	@Test
	void tokensAreAnsweredAsTheContractSays() {
		Http.Answer answer = refresh(this.first);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
		assertThat(answer.field("Cache-Control")).contains("no-store");
		assertThat(answer.field("Set-Cookie")).isNull();
		assertThat(answer.json("").propertyNames()).containsExactly("success", "tokenType", "accessToken", "expiresIn",
				"refreshToken");
		assertThat(answer.json("/tokenType").stringValue()).isEqualTo("Bearer");
		assertThat(answer.json("/expiresIn").intValue()).isEqualTo(900);
	}

	@Test
	void refreshingGivesTokensThatAreNewAndWork() {
		JsonNode second = refresh(this.first).json("");
		assertThat(refreshToken(second)).isNotEqualTo(refreshToken(this.first));
		assertThat(access(second)).isEqualTo(200);
		assertThat(second.at("/accessToken")).isNotEqualTo(this.first.at("/accessToken"));
		assertThat(access(this.first)).isEqualTo(200);
		assertThat(refresh(second).status()).isEqualTo(200);
	}

	@Test
	void lostAnswerIsGivenAgainForTenSeconds() {
		String second = refresh(this.first).body();
		assertThat(refresh(this.first).body()).isEqualTo(second);
		this.clock.pass(Duration.ofSeconds(5));
		Http.Answer again = refresh(this.first);
		assertThat(again.body()).isEqualTo(second);
		assertThat(refresh(again.json("")).status()).isEqualTo(200);
	}

	@Test
	void answersLostAgainAndAgainEndNoFamily() {
		JsonNode newest = this.first;
		for (int round = 0; round < 20; round++) {
			Http.Answer lost = refresh(newest);
			Http.Answer again = refresh(newest);
			assertThat(again.body()).as("round %d", round).isEqualTo(lost.body());
			newest = again.json("");
		}
		assertThat(access(newest)).isEqualTo(200);
	}

	@Test
	void tokenBeforeEndsTheFamilyAfterTenSeconds() {
		JsonNode second = refresh(this.first).json("");
		this.clock.pass(Duration.ofSeconds(10));
		assertThat(access(second)).isEqualTo(200);
		isRefused(refresh(this.first));
		assertThat(access(this.first)).isEqualTo(401);
		assertThat(access(second)).isEqualTo(401);
		isRefused(refresh(second));
		isRefused(refresh(this.first));
	}

	@Test
	void tokenOfTwoGenerationsBackEndsTheFamilyAtOnce() {
		JsonNode second = refresh(this.first).json("");
		JsonNode third = refresh(second).json("");
		assertThat(access(third)).isEqualTo(200);
		isRefused(refresh(this.first));
		assertThat(List.of(access(this.first), access(second), access(third))).containsOnly(401);
		assertThat(List.of(refresh(second).status(), refresh(third).status())).containsOnly(401);
	}

	@Test
	void endOfOneFamilyLeavesTheOthers() {
		JsonNode other = this.visitor.tokens();
		String browser = this.visitor.cookie();
		JsonNode second = refresh(this.first).json("");
		refresh(second);
		isRefused(refresh(this.first));
		assertThat(access(second)).isEqualTo(401);
		assertThat(access(other)).isEqualTo(200);
		assertThat(refresh(other).status()).isEqualTo(200);
		assertThat(this.visitor.http().with("Cookie", browser).get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void twentyAtOnceMakeOneGeneration() {
		for (int round = 0; round < 2; round++) {
			JsonNode before = this.first;
			List<Http.Answer> answers = atOnce(20, () -> refresh(before));
			assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
			assertThat(answers.stream().map(Http.Answer::body).distinct()).hasSize(1);
			this.first = answers.get(0).json("");
			assertThat(generations()).containsExactly(round + 2L);
		}
		assertThat(access(this.first)).isEqualTo(200);
		assertThat(refresh(this.first).status()).isEqualTo(200);
	}

	@Test
	void thiefAndOwnerAtOnceEndUpOutsideBoth() {
		JsonNode second = refresh(this.first).json("");
		refresh(second);
		assertThat(atOnce(10, () -> refresh(this.first))).extracting(Http.Answer::status).containsOnly(401);
		assertThat(access(second)).isEqualTo(401);
	}

	@Test
	void revocationEndsTheFamilyAtOnce() {
		JsonNode second = refresh(this.first).json("");
		Http.Answer revoked = this.visitor.http().post("/api/tokens/revocation", body(second));
		assertThat(revoked.status()).isEqualTo(200);
		assertThat(revoked.body()).isEqualTo("{\"success\":true}");
		assertThat(List.of(access(this.first), access(second))).containsOnly(401);
		assertThat(List.of(refresh(this.first).status(), refresh(second).status())).containsOnly(401);
		assertThat(this.visitor.http().post("/api/tokens/revocation", body(second)).body()).isEqualTo(revoked.body());
	}

	@Test
	void olderTokenRevokesToo() {
		JsonNode second = refresh(this.first).json("");
		assertThat(this.visitor.http().post("/api/tokens/revocation", body(this.first)).status()).isEqualTo(200);
		assertThat(access(second)).isEqualTo(401);
	}

	@Test
	void revocationOfWhatIsNoTokenTellsNothing() {
		Http.Answer answer = this.visitor.http().post("/api/tokens/revocation", "{\"refreshToken\":\"no such\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"success\":true}");
	}

	@Test
	void signOutByAccessTokenEndsTheFamilyAtOnce() {
		Http program = this.visitor.by(this.first.at("/accessToken").stringValue());
		assertThat(program.delete("/api/session").body()).isEqualTo("{\"success\":true}");
		assertThat(access(this.first)).isEqualTo(401);
		isRefused(refresh(this.first));
	}

	@Test
	void accessTokenLastsFifteenMinutes() {
		this.clock.pass(Duration.ofMinutes(15).plusSeconds(50));
		assertThat(access(this.first)).isEqualTo(200);
		this.clock.pass(Duration.ofSeconds(11));
		assertThat(access(this.first)).isEqualTo(401);
		assertThat(access(refresh(this.first).json(""))).isEqualTo(200);
	}

	@Test
	void loginUnusedForThirtyDaysIsOver() {
		this.clock.pass(Duration.ofDays(29).plusHours(23));
		JsonNode second = refresh(this.first).json("");
		assertThat(access(second)).isEqualTo(200);
		this.clock.pass(Duration.ofDays(30).plusSeconds(61));
		isRefused(refresh(second));
	}

	@Test
	void loginIsOverAfterNinetyDaysHoweverMuchItIsUsed() {
		JsonNode newest = this.first;
		for (int times = 0; times < 4; times++) {
			this.clock.pass(Duration.ofDays(22));
			newest = refresh(newest).json("");
			assertThat(access(newest)).isEqualTo(200);
		}
		this.clock.pass(Duration.ofDays(2).plusSeconds(61));
		isRefused(refresh(newest));
		assertThat(access(newest)).isEqualTo(401);
	}

	@Test
	void formWithoutTokenIsPointedAt() {
		for (String body : List.of("{}", "{\"refreshToken\":null}", "{\"refreshToken\":1}", "{\"refreshToken\":[]}")) {
			Http.Answer answer = this.visitor.http().post("/api/tokens/refresh", body);
			assertThat(answer.status()).isEqualTo(422);
			assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/refreshToken");
		}
	}

	@Test
	void storedLoginsAreNoTokens() {
		List<String> columns = this.database.queryForList(
				"select lower(column_name) from information_schema.columns where lower(table_name) = 'login'",
				String.class);
		assertThat(columns).contains("generation").noneMatch((it) -> it.contains("token") || it.contains("secret"));
	}

	private Http.Answer refresh(JsonNode tokens) {
		return this.visitor.http().post("/api/tokens/refresh", body(tokens));
	}

	private int access(JsonNode tokens) {
		return this.visitor.by(tokens.at("/accessToken").stringValue()).get("/api/account").status();
	}

	private List<Long> generations() {
		return this.database.queryForList(
				"select generation from login where account = (select id from account where handle = ?)", Long.class,
				this.visitor.handle());
	}

	private static void isRefused(Http.Answer answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.field("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
		assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/refresh-refused");
	}

	private static String body(JsonNode tokens) {
		return "{\"refreshToken\":\"%s\"}".formatted(refreshToken(tokens));
	}

	private static String refreshToken(JsonNode tokens) {
		return tokens.at("/refreshToken").stringValue();
	}

	private static List<Http.Answer> atOnce(int times, Callable<Http.Answer> request) {
		ExecutorService threads = Executors.newFixedThreadPool(times);
		try {
			List<Http.Answer> answers = new ArrayList<>();
			for (Future<Http.Answer> answer : threads.invokeAll(Collections.nCopies(times, request))) {
				answers.add(answer.get());
			}
			return answers;
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdown();
		}
	}

}
