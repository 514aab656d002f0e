package dev.chogo.logins;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Another site cannot make a browser change anything here. */
@DoorsTest
class CrossSiteTests {

	private static final List<String> TABLES = List.of("account", "login", "draft", "draft_version", "post",
			"post_version", "blog", "remembered_answer");

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private Visitor visitor;

	private Http browser;

	@BeforeEach
	void write() {
		this.visitor = Visitor.signedUp(this.port, this.database);
		this.browser = this.visitor.browser();
		this.browser.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		this.browser.post("/api/posts", "{\"title\":\"하나\",\"content\":\"글\"}");
	}

	@Test
	void writesThatOtherSitesAskForAreRefusedEverywhere() {
		List<String> before = state();
		List<Write> writes = writes();
		List<String> carriedOut = new ArrayList<>();
		int requests = 0;
		for (Write write : writes) {
			for (String site : List.of("cross-site", "same-site", "", "null", "Same-Origin", "same-origin, cross-site",
					"cross-site, none", "unknown")) {
				for (Http http : List.of(this.browser, this.visitor.http())) {
					requests++;
					Http.Answer answer = write.by(http.with("Sec-Fetch-Site", site));
					if (!isCrossSite(answer)) {
						carriedOut.add("%s, %s: %s".formatted(write, site, answer));
					}
				}
			}
		}
		assertThat(carriedOut).as("of %d requests", requests).isEmpty();
		assertThat(requests).as("requests").isGreaterThanOrEqualTo(300);
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void fieldOfBrowserCountsMoreThanOrigin() {
		List<String> before = state();
		for (String origin : List.of("http://127.0.0.1:" + this.port, "https://chogo.example")) {
			assertThat(isCrossSite(rename(this.browser.with("Origin", origin, "Sec-Fetch-Site", "cross-site"))))
				.isTrue();
			assertThat(isCrossSite(rename(this.browser.with("Origin", origin, "Sec-Fetch-Site", "same-site"))))
				.isTrue();
		}
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void writesThatOwnPagesAskForAreCarriedOut() {
		for (String site : List.of("same-origin", "none")) {
			assertThat(rename(this.browser.with("Sec-Fetch-Site", site)).status()).isEqualTo(200);
		}
		assertThat(rename(this.browser).status()).isEqualTo(200);
	}

	@Test
	void withoutFieldOfBrowserOriginMustBeOwn() {
		List<String> before = state();
		String own = "127.0.0.1:" + this.port;
		List<String> foreign = List.of("https://evil.example", "http://evil.example", "null", "", "https://" + own,
				"http://127.0.0.1", "http://127.0.0.1:" + (this.port + 1), "http://localhost:" + this.port,
				"http://" + own + ".evil.example", "http://evil.example/" + own, "http://" + own + "@evil.example",
				"http://%s/".formatted(own), "http://%s http://evil.example".formatted(own), own,
				"http://chogo.example", "https://chogo.example:8443", "https://www.chogo.example",
				"https://chogo.example.evil.example", "https://chogo.example/", "https://chogo.exampl", "file://", "*",
				"undefined");
		List<String> carriedOut = new ArrayList<>();
		for (String origin : foreign) {
			for (Write write : writes()) {
				Http.Answer answer = write.by(this.browser.with("Origin", origin));
				if (!isCrossSite(answer)) {
					carriedOut.add("%s, '%s': %s".formatted(write, origin, answer));
				}
			}
		}
		assertThat(carriedOut).as("of %d requests", foreign.size() * writes().size()).isEmpty();
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void ownOriginIsThatOfTheRequestOrOfTheSetting() {
		for (String origin : List.of("http://127.0.0.1:" + this.port, "HTTP://127.0.0.1:" + this.port,
				"https://chogo.example")) {
			assertThat(rename(this.browser.with("Origin", origin)).status()).as(origin).isEqualTo(200);
		}
		Http secure = this.visitor.http().with("X-Forwarded-Proto", "https", "X-Forwarded-Port", "443");
		secure = secure.with("Cookie", Visitor.cookie(secure.post("/api/session", this.visitor.credentials())));
		assertThat(rename(secure.with("Origin", "https://127.0.0.1")).status()).isEqualTo(200);
		assertThat(isCrossSite(rename(secure.with("Origin", "http://127.0.0.1:" + this.port)))).isTrue();
		assertThat(isCrossSite(rename(secure.with("Origin", "http://127.0.0.1")))).isTrue();
	}

	@Test
	void signInAndSignUpFromOtherSitesAreRefused() {
		List<String> before = state();
		this.database.update("update first_sign_up set taken = false");
		for (Http http : List.of(this.visitor.http().with("Sec-Fetch-Site", "cross-site"),
				this.visitor.http().with("Sec-Fetch-Site", "same-site"),
				this.visitor.http().with("Origin", "https://evil.example"),
				this.visitor.http().with("Origin", "null"))) {
			for (String path : List.of("/api/session", "/api/tokens")) {
				Http.Answer answer = http.post(path, this.visitor.credentials());
				assertThat(isCrossSite(answer)).as(answer.toString()).isTrue();
				assertThat(answer.field("Set-Cookie")).isNull();
			}
			Http.Answer signUp = http.post("/api/accounts",
					"{\"handle\":\"from-elsewhere\",\"password\":\"a long enough password\"}");
			assertThat(isCrossSite(signUp)).as(signUp.toString()).isTrue();
		}
		this.database.update("update first_sign_up set taken = true");
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void signOutFromOtherSitesIsRefused() {
		assertThat(isCrossSite(this.browser.with("Sec-Fetch-Site", "cross-site").delete("/api/session"))).isTrue();
		assertThat(this.browser.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void whatFormsOfOtherSitesCanSendIsNotTakenForJson() {
		List<String> before = state();
		List<String> types = new ArrayList<>(List.of("application/x-www-form-urlencoded", "text/plain",
				"text/plain;charset=UTF-8", "multipart/form-data; boundary=x", "application/octet-stream", "text/json",
				"application/jsonp", "application/xml", "application/json;charset=EUC-KR"));
		types.add(null);
		int requests = 0;
		for (Write write : writes()) {
			if (write.type() == null || !write.type().endsWith("json")) {
				continue;
			}
			for (String type : types) {
				requests++;
				Http.Answer answer = this.browser.send(write.method(), write.path(), type, write.body());
				// Spring takes the body of a DELETE that it cannot read for one that is
				// missing.
				assertThat(answer.status()).as("%s as %s: %s", write, type, answer)
					.isIn("DELETE".equals(write.method()) ? List.of(415, 422) : List.of(415));
			}
		}
		assertThat(requests).as("requests").isGreaterThanOrEqualTo(100);
		for (String type : types) {
			assertThat(this.browser.send("POST", "/api/drafts/1/publication", type, "{}").status()).as(type)
				.isEqualTo(415);
		}
		assertThat(state()).isEqualTo(before);
	}

	@Test
	void methodIsTheOneOfTheRequestLine() {
		List<String> before = state();
		for (String method : List.of("DELETE", "PUT", "PATCH", "delete")) {
			Http overriding = this.browser.with("X-HTTP-Method-Override", method, "X-HTTP-Method", method,
					"X-Method-Override", method);
			assertThat(overriding.get("/api/drafts/1?_method=" + method).status()).isEqualTo(200);
			assertThat(overriding.post("/api/drafts/1?_method=" + method, "{\"content\":\"\"}").status())
				.isEqualTo(405);
			assertThat(overriding
				.send("POST", "/api/drafts/1", "application/x-www-form-urlencoded", "_method=%s".formatted(method))
				.status()).isEqualTo(405);
			assertThat(overriding
				.send("POST", "/api/session?_method=" + method, "application/x-www-form-urlencoded",
						"_method=%s".formatted(method))
				.status()).isEqualTo(415);
		}
		assertThat(state()).isEqualTo(before);
		assertThat(this.browser.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void readsFromOtherSitesChangeNothing() {
		List<String> before = state();
		for (String path : List.of("/api/drafts", "/api/drafts/1", "/api/posts", "/api/posts/1", "/api/account",
				"/api/blog", "/")) {
			for (String method : List.of("GET", "HEAD", "OPTIONS")) {
				Http.Answer answer = this.browser.with("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")
					.send(method, path, null, null);
				assertThat(answer.status()).isIn(200, 204);
				assertThat(answer.response().headers().map().keySet())
					.noneMatch((it) -> it.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
			}
		}
		assertThat(state()).isEqualTo(before);
	}

	private Http.Answer rename(Http http) {
		return http.patch("/api/account", "{\"name\":\"새 이름\"}");
	}

	private static boolean isCrossSite(Http.Answer answer) {
		return answer.status() == 403 && "application/problem+json".equals(answer.field("Content-Type"))
				&& answer.body().contains("\"type\":\"/problems/cross-site\"")
				&& answer.body().contains("\"success\":false") && answer.field("Set-Cookie") == null;
	}

	/** All that this author has, and all logins and accounts there are. */
	private List<String> state() {
		List<String> state = new ArrayList<>();
		for (String table : TABLES) {
			state.add(table + ": " + this.database.queryForObject("select count(*) from " + table, Long.class));
		}
		for (String path : List.of("/api/drafts/1", "/api/posts/1", "/api/account", "/api/blog")) {
			state.add(this.browser.get(path).body());
		}
		state.add("ended: "
				+ this.database.queryForObject("select count(*) from login where ended_at is not null", Long.class));
		return state;
	}

	/** Every write there is, so that a new one cannot be forgotten. */
	private List<Write> writes() {
		List<Write> writes = new ArrayList<>();
		this.mappings.getHandlerMethods().forEach((info, method) -> {
			for (RequestMethod verb : new TreeSet<>(info.getMethodsCondition().getMethods())) {
				if (verb != RequestMethod.GET) {
					MediaType type = info.getConsumesCondition()
						.getConsumableMediaTypes()
						.stream()
						.findFirst()
						.orElse(null);
					info.getPatternValues()
						.forEach((pattern) -> writes
							.add(new Write(verb.name(), path(pattern), (type != null) ? type.toString() : null)));
				}
			}
		});
		assertThat(writes).as("writes").hasSizeGreaterThanOrEqualTo(18);
		return writes;
	}

	private String path(String pattern) {
		return pattern.replaceAll("\\{sequence[^/]*\\}(?=/|$)", "1")
			.replace("{handle}", this.visitor.handle())
			.replaceAll("\\{[^/]*\\}", "1");
	}

	/**
	 * A write.
	 *
	 * @param type what it is sent as, or null where it has no body
	 */
	private record Write(String method, String path, String type) {

		Http.Answer by(Http http) {
			return http.send(this.method, this.path, this.type, (this.type != null) ? body() : null);
		}

		String body() {
			return "{\"title\":\"남이 쓴 제목\",\"content\":\"남이 쓴 글\",\"name\":\"남이 쓴 이름\"}";
		}

	}

}
