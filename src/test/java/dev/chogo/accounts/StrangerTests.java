package dev.chogo.accounts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/** Nobody learns what others have: theirs looks to a stranger as if it had never been. */
@ChogoTest
class StrangerTests {

	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

	/** What anonymous requests may do (wire.md): come in. */
	private static final Set<String> OPEN = Set.of("POST /api/accounts", "POST /api/session", "POST /api/tokens",
			"POST /api/tokens/refresh", "POST /api/tokens/revocation");

	/** A number of one digit that neither the author nor the stranger ever had. */
	private static final String NEVER = "9";

	/** Numbers that the author has or had, and the stranger never. */
	private static final List<String> THEIRS = List.of("1", "2", "3", "4");

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private Http author;

	private Http stranger;

	@BeforeEach
	void write() {
		this.author = Author.signedUp(this.port).http();
		this.stranger = Author.signedUp(this.port).http();
		// 1 saved twice, 2 deleted, 3 published, 4 of a post.
		this.author.post("/api/drafts", "{\"title\":\"비밀 하나\",\"content\":\"남모르는 글\"}");
		this.author.patch("/api/drafts/1", "{\"content\":\"남모르는 고친 글\"}");
		this.author.post("/api/drafts", "{\"title\":\"비밀 둘\",\"content\":\"남모르는 글\"}");
		this.author.delete("/api/drafts/2");
		this.author.post("/api/drafts", "{\"title\":\"비밀 셋\",\"content\":\"남모르는 글\",\"visibility\":\"private\"}");
		this.author.post("/api/drafts/3/publication");
		this.author.post("/api/posts", "{\"title\":\"둘째\",\"content\":\"남모르는 글\",\"visibility\":\"private\"}");
		this.author.post("/api/posts", "{\"title\":\"셋째\",\"content\":\"남모르는 글\",\"visibility\":\"private\"}");
		this.author.delete("/api/posts/3");
		this.author.post("/api/posts", "{\"title\":\"넷째\",\"content\":\"남모르는 글\",\"visibility\":\"private\"}");
		this.author.post("/api/posts/2/draft");
		assertThat(statuses("/api/drafts/")).containsExactly(200, 410, 410, 200);
		assertThat(statuses("/api/posts/")).containsExactly(200, 200, 410, 200);
	}

	@Test
	void numbersOfOthersAreAnsweredAsNumbersThatNeverWere() {
		List<String> leaks = new ArrayList<>();
		int cells = 0;
		for (String pattern : numbered()) {
			for (String method : METHODS) {
				for (UnaryOperator<String> form : forms().values()) {
					Told never = told(method, pattern, form.apply(NEVER), this.stranger);
					for (String theirs : THEIRS) {
						cells++;
						Told told = told(method, pattern, form.apply(theirs), this.stranger);
						if (!told.equals(never)) {
							leaks.add(
									"%s %s %s: %s, not %s".formatted(method, pattern, form.apply(theirs), told, never));
						}
					}
				}
			}
		}
		assertThat(leaks).as("of %d cells", cells).isEmpty();
		assertThat(cells).as("cells").isGreaterThanOrEqualTo(1000);
		assertThat(statuses("/api/drafts/")).containsExactly(200, 410, 410, 200);
		assertThat(this.author.get("/api/drafts/1").json("/draft/version").intValue()).isEqualTo(2);
	}

	/** Of addresses and fields the database learns nothing, so one is enough. */
	@Test
	@Tag("h2")
	void whatIsNoNumberIsAnsweredAsNumberThatNeverWas() {
		List<String> others = new ArrayList<>();
		int cells = 0;
		for (String pattern : numbered()) {
			for (String method : METHODS) {
				Told never = told(method, pattern, NEVER, this.stranger);
				Told nothing = told("HEAD".equals(method) ? method : "GET", "/api/drafts/{sequence}", NEVER,
						this.stranger);
				for (Http http : List.of(this.stranger, this.author)) {
					for (String id : List.of("0", "00", "007", "01", "-1", "+1", "%2B1", "-0", "1abc", "abc1", "1e0",
							"1.0", "1,000", "0x1", "1_0", "%31abc", "9223372036854775807", "9223372036854775808",
							"-9223372036854775808", "1" + "0".repeat(30), "1".repeat(500), "%EF%BC%91", "%D9%A1",
							"%E2%91%A0", "%C2%B9", "1%20", "%201", "1%09", "1%C2%A0", "1'", "1%20or%201=1", "*", "~1",
							"1&a=b", "1:1", "NaN", "null", "true", "1%E2%80%8B")) {
						cells++;
						Told told = told(method, pattern, id, http).withoutFileName();
						if (!told.equals(never) && !told.equals(nothing)) {
							others.add("%s %s %s: %s, not %s".formatted(method, pattern, id, told, nothing));
						}
					}
				}
			}
		}
		assertThat(others).as("of %d cells", cells).isEmpty();
		assertThat(cells).as("cells").isGreaterThanOrEqualTo(1000);
	}

	/** Spring's firewall stops these before anything else; they find nothing either. */
	@Test
	void addressesThatHideSomethingFindNothing() {
		for (Http http : List.of(this.stranger, this.author)) {
			for (String id : List.of("1;a=b", "1%00", "1%0A", "1%2F", "%2e%2e/drafts/1", "1%3Ba=b", "1%5C", "1%25",
					"/1", "./1", "..")) {
				for (String method : METHODS) {
					Http.Answer answer = send(http, method, "/api/drafts/" + id);
					assertThat(answer.status()).as("%s %s: %s", method, id, answer).isIn(204, 400, 404);
					assertThat(answer.body()).doesNotContain("남모르는");
				}
			}
		}
		assertThat(this.author.get("/api/drafts/1").json("/draft/version").intValue()).isEqualTo(2);
	}

	@Test
	void numberEscapedIsTheSameNumber() {
		assertThat(this.author.get("/api/drafts/%31").status()).isEqualTo(200);
		assertThat(this.stranger.get("/api/drafts/%31").status()).isEqualTo(404);
	}

	@Test
	@Tag("h2")
	void conditionsTellNothing() {
		List<String> leaks = new ArrayList<>();
		int cells = 0;
		for (String pattern : numbered()) {
			for (String field : List.of("If-Match", "If-None-Match")) {
				for (String tag : List.of("\"1\"", "\"2\"", "\"3\"", "W/\"2\"", "*", "\"1\", \"2\"", "nonsense",
						"\"")) {
					Http http = this.stranger.with(field, tag);
					for (String method : METHODS) {
						Told never = told(method, pattern, NEVER, http);
						for (String theirs : THEIRS) {
							cells++;
							Told told = told(method, pattern, theirs, http);
							if (!told.equals(never)) {
								leaks.add("%s %s %s, %s: %s: %s".formatted(method, pattern, theirs, field, tag, told));
							}
						}
					}
				}
			}
		}
		assertThat(leaks).as("of %d cells", cells).isEmpty();
	}

	@Test
	void badBodiesTellNothing() {
		for (String pattern : numbered()) {
			for (String method : List.of("PUT", "PATCH", "POST")) {
				String type = "PATCH".equals(method) ? "application/merge-patch+json" : "application/json";
				for (String body : List.of("{", "[]", "{\"title\":1}",
						"{\"baseVersion\":2,\"title\":\"\",\"content\":\"\"}", "{\"post\":1}", "{\"format\":null}",
						"{\"author\":1,\"id\":1,\"sequence\":1}")) {
					assertThat(Told.of(this.stranger.send(method, path(pattern, "1"), type, body)))
						.isEqualTo(Told.of(this.stranger.send(method, path(pattern, NEVER), type, body)));
				}
			}
		}
	}

	@Test
	void keyOfAnotherAuthorGivesNoAnswerOfTheirs() {
		String text = "{\"title\":\"한 번\",\"content\":\"한 번\"}";
		Http.Answer first = this.author.with("Idempotency-Key", "shared").post("/api/drafts", text);
		assertThat(first.json("/draft/sequence").intValue()).isEqualTo(5);
		Http.Answer answer = this.stranger.with("Idempotency-Key", "shared").post("/api/drafts", text);
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.json("/draft/sequence").intValue()).isEqualTo(1);
		assertThat(this.stranger.with("Idempotency-Key", "shared").post("/api/drafts/4/publication").status())
			.isEqualTo(404);
		assertThat(new Http(this.port).with("Idempotency-Key", "shared").post("/api/drafts", text).status())
			.isEqualTo(401);
	}

	@Test
	void membersThatNameAnAuthorAreIgnored() {
		long before = this.author.get("/api/drafts").json("/total").longValue();
		Http.Answer answer = this.stranger.post("/api/drafts",
				"{\"content\":\"내 글\",\"author\":1,\"id\":{\"author\":1,\"sequence\":1},\"sequence\":1,\"account\":1,\"version\":7,\"deletedAt\":null,\"post\":{\"sequence\":1}}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Chogo-Version")).isEqualTo("1");
		assertThat(this.stranger.get("/api/drafts/1").json("/draft/post").isNull()).isTrue();
		assertThat(this.author.get("/api/drafts").json("/total").longValue()).isEqualTo(before);
	}

	@Test
	void listsTotalsCursorsAndWordsAreOnesOwn() {
		for (String list : List.of("/api/drafts", "/api/posts")) {
			String link = this.author.get(list + "?limit=1").field("Link");
			String next = link.substring(1, link.indexOf('>'));
			assertThat(this.author.get(next).body()).contains("sequence");
			for (String path : List.of(list, next, list + "?q=남모르는", list + "?q=비밀", list + "?q=%25",
					list + "?limit=100", list + "?q=&limit=100&author=1", list + "?sort=author")) {
				Http.Answer answer = this.stranger.get(path.replace("남모르는", "%EB%82%A8%EB%AA%A8%EB%A5%B4%EB%8A%94")
					.replace("비밀", "%EB%B9%84%EB%B0%80"));
				assertThat(answer.status()).as(path).isEqualTo(200);
				assertThat(answer.body()).as(path)
					.isEqualTo("{\"success\":true,\"%s\":[],\"total\":0}".formatted(list.substring("/api/".length())));
				assertThat(answer.field("Link")).isNull();
			}
			this.stranger.post(list, "{\"title\":\"내 글\",\"content\":\"내 글\"}");
			String withCursor = this.stranger.get(next).body();
			assertThat(withCursor).contains("\"total\":1").doesNotContain("남모르는").doesNotContain("비밀");
		}
		assertThat(this.stranger.get("/api/account").json("/totals").toString())
			.isEqualTo("{\"drafts\":1,\"posts\":1}");
	}

	@Test
	void addressTakenByAnotherAuthorIsFree() {
		this.author.post("/api/posts", "{\"title\":\"같은 제목\",\"content\":\"글\",\"visibility\":\"private\"}");
		this.stranger.post("/api/posts", "{\"title\":\"같은 제목\",\"content\":\"글\",\"visibility\":\"private\"}");
		String theirs = this.author.get("/api/posts/5").json("/post/slug").stringValue();
		assertThat(this.stranger.get("/api/posts/1").json("/post/slug").stringValue()).isEqualTo(theirs);
	}

	@Test
	void privatePostsLookToReadersAsIfTheyHadNeverBeen() {
		String url = this.author.get("/api/posts/2").json("/post/url").stringValue();
		String blog = url.substring(0, url.lastIndexOf('/') + 1);
		assertThat(this.author.get(url).status()).isEqualTo(200);
		for (Http http : List.of(this.stranger, new Http(this.port))) {
			assertThat(http.get(url).status()).isEqualTo(404);
			assertThat(Told.of(http.get(url))).isEqualTo(Told.of(http.get(blog + "never-was")));
			assertThat(Told.of(http.with("Accept", "text/html").get(url)))
				.isEqualTo(Told.of(http.with("Accept", "text/html").get(blog + "never-was")));
			assertThat(http.send("POST", url, "application/x-www-form-urlencoded", "password=x").status())
				.isEqualTo(404);
			for (String list : List.of(blog, "/")) {
				assertThat(http.get(list).status()).as(list).isEqualTo(200);
				assertThat(http.get(list).body()).doesNotContain("남모르는").doesNotContain("둘째");
			}
		}
	}

	@Test
	void nobodyGets401EverywhereBefore404And405() {
		Http nobody = new Http(this.port);
		List<String> paths = new ArrayList<>(List.of("/api", "/api/", "/api/nothing", "/api/drafts/", "/api/drafts/x",
				"/api/drafts/0", "/api/drafts/1/nothing", "/%61pi/drafts", "/api/%64rafts", "/api/drafts/%31",
				"/api/accounts/1", "/api/session/1", "/API/../api/drafts", "/api/drafts/1/versions", "/api/logins",
				"/api/events", "/api/media", "/api/previews", "/api/categories"));
		paths.removeIf((it) -> it.contains(".."));
		for (String pattern : patterns()) {
			paths.add(pattern.contains("{") ? path(pattern, "1") : pattern);
		}
		List<String> others = new ArrayList<>();
		int cells = 0;
		for (String path : paths) {
			for (String method : METHODS) {
				if (OPEN.contains("%s %s".formatted(method, path)) || "OPTIONS".equals(method)) {
					continue;
				}
				cells++;
				Http.Answer answer = send(nobody, method, path);
				if (answer.status() != 401 || !"Bearer".equals(answer.field("WWW-Authenticate"))
						|| !"application/problem+json".equals(answer.field("Content-Type"))
						|| !(answer.body().contains("\"success\":false") || "HEAD".equals(method))) {
					others.add("%s %s: %s".formatted(method, path, answer));
				}
			}
		}
		assertThat(others).as("of %d cells", cells).isEmpty();
		assertThat(cells).as("cells").isGreaterThanOrEqualTo(150);
	}

	@Test
	void whatIsAnsweredToAnybodyIsTheSameForTheirs() {
		Http nobody = new Http(this.port);
		for (String pattern : numbered()) {
			Http.Answer answer = nobody.send("OPTIONS", path(pattern, "1"), null, null);
			assertThat(answer.status()).isEqualTo(204);
			assertThat(answer.field("Allow")).contains("OPTIONS");
			assertThat(Told.of(answer)).isEqualTo(Told.of(nobody.send("OPTIONS", path(pattern, NEVER), null, null)));
			for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
				assertThat(Told.of(send(nobody, method, path(pattern, "1"))))
					.isEqualTo(Told.of(send(nobody, method, path(pattern, NEVER))));
			}
		}
	}

	/** Ways to write a number that may, or may not, be taken for it. */
	private static Map<String, UnaryOperator<String>> forms() {
		Map<String, UnaryOperator<String>> forms = new LinkedHashMap<>();
		forms.put("plain", (it) -> it);
		forms.put("escaped", (it) -> "%3" + it);
		forms.put("with a zero", (it) -> "0" + it);
		forms.put("with a sign", (it) -> "+" + it);
		forms.put("negative", (it) -> "-" + it);
		forms.put("with letters", (it) -> it + "abc");
		forms.put("with NUL", (it) -> it + "%00");
		forms.put("with a parameter", (it) -> it + ";a=b");
		forms.put("with a slash", (it) -> it + "/");
		forms.put("with a query", (it) -> it + "?a=b");
		forms.put("fullwidth", (it) -> "%EF%BC%9" + it);
		return forms;
	}

	private List<Integer> statuses(String path) {
		return THEIRS.stream().map((it) -> this.author.get(path + it).status()).toList();
	}

	/** Every pattern of the API, so that a new one cannot be forgotten. */
	private Set<String> patterns() {
		Set<String> patterns = new TreeSet<>();
		for (RequestMappingInfo info : this.mappings.getHandlerMethods().keySet()) {
			info.getPatternValues().stream().filter((it) -> it.startsWith("/api/")).forEach(patterns::add);
		}
		assertThat(patterns).hasSizeGreaterThanOrEqualTo(12);
		return patterns;
	}

	private List<String> numbered() {
		List<String> numbered = patterns().stream().filter((it) -> it.contains("{")).toList();
		assertThat(numbered).hasSizeGreaterThanOrEqualTo(4);
		return numbered;
	}

	private static String path(String pattern, String number) {
		String path = pattern
			.replaceAll("\\{sequence(:[^/]*)?\\}(?=/|$)", java.util.regex.Matcher.quoteReplacement(number))
			.replaceAll("\\{version(:[^/]*)?\\}(?=/|$)", "1");
		assertThat(path).as("A variable that this test cannot fill yet").doesNotContain("{");
		return path;
	}

	private static Told told(String method, String pattern, String number, Http http) {
		return Told.of(send(http, method, path(pattern, number)));
	}

	/** Any request, with a body where the method has one. */
	private static Http.Answer send(Http http, String method, String path) {
		return switch (method) {
			case "POST", "PUT" -> http.send(method, path, "application/json",
					path.contains("publication") ? "{}" : "{\"title\":\"남의 제목\",\"content\":\"남의 글\"}");
			case "PATCH" -> http.send(method, path, "application/merge-patch+json", "{\"content\":\"남의 글\"}");
			default -> http.send(method, path, null, null);
		};
	}

	/**
	 * What an answer tells, but for the time and the address that was asked for.
	 *
	 * @param fields but not the length, which the address is part of
	 */
	private record Told(int status, Map<String, List<String>> fields, String body) {

		static Told of(Http.Answer answer) {
			Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			fields.putAll(answer.response().headers().map());
			// Every hundredth answer on a connection closes it.
			List.of("Date", "Content-Length", "Connection").forEach(fields::remove);
			return new Told(answer.status(), fields, answer.body().replaceFirst("\"instance\":\"[^\"]*\"", ""));
		}

		/** Without what Spring adds where an address looks like that of a file (1.0). */
		Told withoutFileName() {
			Map<String, List<String>> others = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
			others.putAll(this.fields);
			others.remove("Content-Disposition");
			return new Told(this.status, others, this.body);
		}

	}

}
