package dev.chogo.logins;

import dev.chogo.MovedClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import dev.chogo.Http;
import dev.chogo.SqlSeen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** The door for browsers: what its cookie is, and when it stops to let in. */
@DoorsTest
class SessionTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private MovedClock clock;

	private Visitor visitor;

	@BeforeEach
	void signUp() {
		this.visitor = Visitor.signedUp(this.port, this.database);
	}

	@Test
	void signInAnswersWithAccountAndCookie() {
		Http.Answer answer = this.visitor.http().post("/api/session", this.visitor.credentials());
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(
				"{\"success\":true,\"account\":{\"handle\":\"%s\",\"name\":\"\"}}".formatted(this.visitor.handle()));
		assertThat(answer.field("Cache-Control")).contains("no-store");
		assertThat(this.visitor.http().with("Cookie", Visitor.cookie(answer)).get("/api/account").status())
			.isEqualTo(200);
	}

	@Test
	void cookieOnPlainHttpIsKeptFromScriptsAndOtherSites() {
		String field = setCookie(this.visitor.http());
		assertThat(field).startsWith("chogo=");
		assertThat(attributes(field)).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
			.doesNotContain("Secure")
			.noneMatch((it) -> it.startsWith("Domain"));
		assertThat(field.length()).isLessThan(4096);
	}

	@Test
	void cookieOnHttpsIsBoundToHostAndSecure() {
		String field = setCookie(https(this.visitor.http()));
		assertThat(field).startsWith("__Host-chogo=");
		assertThat(attributes(field)).contains("HttpOnly", "SameSite=Lax", "Path=/", "Secure")
			.noneMatch((it) -> it.startsWith("Domain"));
	}

	@Test
	void signOutTakesCookieAwayWithTheSameAttributes() {
		String field = this.visitor.browser().delete("/api/session").field("Set-Cookie");
		assertThat(field).startsWith("chogo=;");
		assertThat(attributes(field)).contains("Max-Age=0", "Path=/", "HttpOnly", "SameSite=Lax");
		Http secure = https(this.visitor.http());
		String cookie = Visitor.cookie(secure.post("/api/session", this.visitor.credentials()));
		String taken = secure.with("Cookie", cookie).delete("/api/session").field("Set-Cookie");
		assertThat(taken).startsWith("__Host-chogo=;");
		assertThat(attributes(taken)).contains("Max-Age=0", "Path=/", "Secure");
	}

	@Test
	void cookieOfTheOtherSchemeLetsNobodyIn() {
		String value = value(this.visitor.cookie());
		Http secure = https(this.visitor.http());
		assertThat(secure.with("Cookie", "chogo=" + value).get("/api/account").status()).isEqualTo(401);
		assertThat(this.visitor.http().with("Cookie", "__Host-chogo=" + value).get("/api/account").status())
			.isEqualTo(401);
		assertThat(secure.with("Cookie", "__Host-chogo=" + value).get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void cookiePlantedBeforeSignInIsNotTakenOver() {
		Visitor attacker = Visitor.signedUp(this.port, this.database);
		String planted = attacker.cookie();
		for (String before : List.of(planted, "chogo=chosen", "JSESSIONID=chosen; chogo=")) {
			Http.Answer answer = this.visitor.http()
				.with("Cookie", before)
				.post("/api/session", this.visitor.credentials());
			assertThat(answer.status()).isEqualTo(200);
			assertThat(login(Visitor.cookie(answer))).isNotEqualTo(login(planted));
			assertThat(who(Visitor.cookie(answer))).isEqualTo(this.visitor.handle());
		}
		assertThat(who(planted)).isEqualTo(attacker.handle());
		assertThat(login(this.visitor.cookie())).isNotEqualTo(login(this.visitor.cookie()));
	}

	@Test
	void idInAddressLetsNobodyIn() {
		String value = value(this.visitor.cookie());
		for (String path : List.of("/api/account?chogo=" + value, "/api/account?JSESSIONID=" + value,
				"/api/account;chogo=" + value, "/api/account;jsessionid=" + value,
				"/api/account?access_token=" + this.visitor.tokens().at("/accessToken").stringValue())) {
			assertThat(this.visitor.http().get(path).status()).as(path).isIn(400, 401);
		}
	}

	@Test
	void containerKeepsNoSession() {
		for (Http.Answer answer : List.of(this.visitor.http().get("/"), this.visitor.http().get("/api/account"),
				this.visitor.http().post("/api/session", this.visitor.credentials()))) {
			assertThat(answer.response().headers().allValues("Set-Cookie"))
				.noneMatch((it) -> it.contains("JSESSIONID"));
		}
	}

	@Test
	void signOutTakesEffectAtOnce() {
		Http browser = this.visitor.browser();
		Http other = this.visitor.browser();
		assertThat(browser.delete("/api/session").body()).isEqualTo("{\"success\":true}");
		assertThat(browser.get("/api/account").status()).isEqualTo(401);
		assertThat(browser.post("/api/drafts", "{\"content\":\"늦은 글\"}").status()).isEqualTo(401);
		assertThat(other.get("/api/account").json("/totals/drafts").intValue()).isZero();
	}

	@Test
	void newPasswordEndsAllOtherLogins() {
		Http own = this.visitor.browser();
		Http browser = this.visitor.browser();
		JsonNode tokens = this.visitor.tokens();
		Http program = this.visitor.by(tokens.at("/accessToken").stringValue());
		Visitor stranger = Visitor.signedUp(this.port, this.database);
		Http strangers = stranger.browser();
		assertThat(own
			.patch("/api/account",
					"{\"password\":\"quite another one\",\"currentPassword\":\"%s\"}"
						.formatted(this.visitor.password()))
			.status()).isEqualTo(200);
		assertThat(own.get("/api/account").status()).isEqualTo(200);
		assertThat(browser.get("/api/account").status()).isEqualTo(401);
		assertThat(program.get("/api/account").status()).isEqualTo(401);
		assertThat(this.visitor.http()
			.post("/api/tokens/refresh",
					"{\"refreshToken\":\"%s\"}".formatted(tokens.at("/refreshToken").stringValue()))
			.status()).isEqualTo(401);
		assertThat(strangers.get("/api/account").status()).isEqualTo(200);
		this.clock.pass(Duration.ofMinutes(16));
		assertThat(own.get("/api/account").field("Set-Cookie")).startsWith("chogo=");
	}

	@Test
	void newPasswordByTokenKeepsThatTokensFamily() {
		JsonNode tokens = this.visitor.tokens();
		Http browser = this.visitor.browser();
		Http program = this.visitor.by(tokens.at("/accessToken").stringValue());
		program.patch("/api/account",
				"{\"password\":\"quite another one\",\"currentPassword\":\"%s\"}".formatted(this.visitor.password()));
		assertThat(program.get("/api/account").status()).isEqualTo(200);
		assertThat(browser.get("/api/account").status()).isEqualTo(401);
	}

	@Test
	void cookieIsRenewedOnceItIsFifteenMinutesOld() {
		String cookie = this.visitor.cookie();
		Http browser = this.visitor.http().with("Cookie", cookie);
		this.clock.pass(Duration.ofMinutes(14));
		assertThat(browser.get("/api/account").field("Set-Cookie")).isNull();
		this.clock.pass(Duration.ofSeconds(61));
		Http.Answer answer = browser.get("/api/account");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(attributes(answer.field("Set-Cookie"))).contains("HttpOnly", "SameSite=Lax", "Path=/",
				"Max-Age=2592000");
		String renewed = Visitor.cookie(answer);
		assertThat(renewed).isNotEqualTo(cookie);
		assertThat(login(renewed)).isEqualTo(login(cookie));
		assertThat(this.visitor.http().with("Cookie", renewed).get("/api/account").field("Set-Cookie")).isNull();
		assertThat(browser.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void cookieOfEndedLoginIsNotRenewed() {
		String cookie = this.visitor.cookie();
		// So long ago that nobody keeps it in mind: only the store knows.
		this.database.update("update login set ended_at = ? where id = ?",
				Timestamp.from(this.clock.instant().minus(Duration.ofDays(1))), login(cookie));
		this.clock.pass(Duration.ofMinutes(16));
		Http.Answer answer = this.visitor.http().with("Cookie", cookie).get("/api/account");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.field("Set-Cookie")).isNull();
	}

	@Test
	void endByAnotherProcessIsLearntWithinSeconds() throws InterruptedException {
		String cookie = this.visitor.cookie();
		Http program = this.visitor.program();
		this.database.update("update login set ended_at = ? where account = (select id from account where handle = ?)",
				Timestamp.from(this.clock.instant()), this.visitor.handle());
		for (int tries = 0; tries < 100 && program.get("/api/account").status() == 200; tries++) {
			Thread.sleep(100);
		}
		assertThat(program.get("/api/account").status()).isEqualTo(401);
		assertThat(this.visitor.http().with("Cookie", cookie).get("/api/account").status()).isEqualTo(401);
	}

	@Test
	void usedLoginGoesOnUntilNinetyDays() {
		String cookie = this.visitor.cookie();
		for (int times = 0; times < 4; times++) {
			this.clock.pass(Duration.ofDays(22));
			cookie = Visitor.cookie(this.visitor.http().with("Cookie", cookie).get("/api/account"));
		}
		this.clock.pass(Duration.ofDays(1));
		Http.Answer last = this.visitor.http().with("Cookie", cookie).get("/api/account");
		assertThat(attributes(last.field("Set-Cookie"))).noneMatch((it) -> it.equals("Max-Age=2592000"));
		this.clock.pass(Duration.ofDays(1).plusSeconds(61));
		for (String old : List.of(cookie, Visitor.cookie(last))) {
			assertThat(this.visitor.http().with("Cookie", old).get("/api/account").status()).isEqualTo(401);
		}
	}

	@Test
	void bodySentWithExpiredLoginIsNotStored() {
		Http browser = this.visitor.browser();
		Http program = this.visitor.program();
		assertThat(browser.post("/api/drafts", "{\"content\":\"하나\"}").status()).isEqualTo(201);
		this.clock.pass(Duration.ofDays(30).plusSeconds(61));
		for (Http expired : List.of(browser, program)) {
			assertThat(expired.post("/api/drafts", "{\"content\":\"둘\"}").status()).isEqualTo(401);
			assertThat(expired.put("/api/drafts/1", "{\"title\":\"\",\"content\":\"둘\"}").status()).isEqualTo(401);
			assertThat(expired.patch("/api/drafts/1", "{\"content\":\"둘\"}").status()).isEqualTo(401);
			assertThat(expired.with("Idempotency-Key", "again").post("/api/drafts", "{\"content\":\"둘\"}").status())
				.isEqualTo(401);
			assertThat(expired.delete("/api/drafts/1").status()).isEqualTo(401);
		}
		JsonNode draft = this.visitor.browser().get("/api/drafts/1").json("/draft");
		assertThat(draft.at("/content").stringValue()).isEqualTo("하나");
		assertThat(draft.at("/version").intValue()).isEqualTo(1);
		assertThat(this.visitor.browser().get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@Test
	void authorizationAloneCountsBesideCookie() {
		Visitor other = Visitor.signedUp(this.port, this.database);
		String token = "Bearer " + other.tokens().at("/accessToken").stringValue();
		Http browser = this.visitor.browser();
		assertThat(browser.with("Authorization", token).get("/api/account").json("/account/handle").stringValue())
			.isEqualTo(other.handle());
		for (String bad : List.of("Bearer not a token", "Basic a2ltOmtpbQ==", "Bearer", "")) {
			Http.Answer answer = browser.with("Authorization", bad).get("/api/account");
			assertThat(answer.status()).as(bad).isEqualTo(401);
			assertThat(answer.field("Set-Cookie")).isNull();
		}
	}

	@Test
	void noRequestLooksItsLoginUp() {
		Http program = this.visitor.program();
		Http browser = this.visitor.browser();
		for (Http http : List.of(program, browser)) {
			assertThat(SqlSeen.during(() -> http.get("/api/drafts"))).isNotEmpty()
				.noneMatch((sql) -> sql.contains("login"));
			assertThat(SqlSeen.during(() -> http.post("/api/drafts", "{\"content\":\"글\"}"))).isNotEmpty()
				.noneMatch((sql) -> sql.contains("login"));
		}
		this.clock.pass(Duration.ofMinutes(16));
		assertThat(SqlSeen.during(() -> browser.get("/api/drafts"))).anyMatch((sql) -> sql.contains("login"));
	}

	@Test
	void nobodyIsToldToSignInWithBearer() {
		for (Http.Answer answer : List.of(this.visitor.http().get("/api/account"),
				this.visitor.http().post("/api/session", "{\"handle\":\"nobody\",\"password\":\"wrong\"}"),
				this.visitor.http().post("/api/tokens", "{\"handle\":\"nobody\",\"password\":\"wrong\"}"))) {
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
			assertThat(answer.field("WWW-Authenticate")).isEqualTo("Bearer");
		}
	}

	private static Http https(Http http) {
		return http.with("X-Forwarded-Proto", "https");
	}

	private String setCookie(Http http) {
		List<String> fields = http.post("/api/session", this.visitor.credentials())
			.response()
			.headers()
			.allValues("Set-Cookie");
		assertThat(fields).hasSize(1);
		return fields.get(0);
	}

	private static List<String> attributes(String setCookie) {
		return List.of(setCookie.split("; ?", -1));
	}

	private String who(String cookie) {
		return this.visitor.http().with("Cookie", cookie).get("/api/account").json("/account/handle").stringValue();
	}

	private static String value(String cookie) {
		return cookie.substring(cookie.indexOf('=') + 1);
	}

	/** The login that a cookie is a statement of. */
	private static String login(String cookie) {
		byte[] claims = Base64.getUrlDecoder().decode(value(cookie).split("\\.", -1)[1]);
		return new JsonMapper().readTree(claims).at("/sid").stringValue();
	}

}
