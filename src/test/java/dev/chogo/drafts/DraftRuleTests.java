package dev.chogo.drafts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http.Answer;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules of wire.md, sections 2 to 4, for drafts. */
@ChogoTest
class DraftRuleTests {

	@LocalServerPort
	private int port;

	private Http http;

	private Author author;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
	}

	@Test
	void aNewDraftHasDefaults() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.get("/api/drafts/1");
		assertThat(answer.field("ETag")).isEqualTo("\"1\"");
		assertThat(answer.field("Last-Modified")).isNull();
		assertThat(answer.field("Cache-Control")).contains("private").contains("no-cache");
		assertThat(answer.body())
			.startsWith("{\"success\":true,\"draft\":{\"sequence\":1,\"title\":\"하나\",\"content\":\"\","
					+ "\"format\":\"markdown\",\"category\":\"\",\"tags\":[],\"visibility\":\"public\",\"hasPassword\":false,"
					+ "\"slug\":\"\",\"post\":null,\"publishAt\":null,\"createdAt\":\"");
		assertThat(answer.body()).endsWith("Z\",\"version\":1}}");
		assertThat(answer.json("/draft/savedAt").stringValue()).matches(".*T..:..:..(\\.\\d{1,3})?Z");
	}

	@Test
	void aNumberIsNeverUsedTwice() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.delete("/api/drafts/1");
		assertThat(this.http.post("/api/drafts", "{\"title\":\"둘\"}").field("Location")).isEqualTo("/api/drafts/2");
	}

	@Test
	void theDigestIsOfTheStoredContent() throws Exception {
		Answer answer = this.http.post("/api/drafts", "{\"content\":\"\\ud55c\\u1112\\u1161 🌱\"}");
		byte[] expected = MessageDigest.getInstance("SHA-256").digest("\uD55C\u1112\u1161 🌱".getBytes(UTF_8));
		assertThat(answer.field("Chogo-Digest"))
			.isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(expected) + ":");
	}

	@Test
	void aWriteThatChangesNothingMakesNoVersion() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		assertThat(this.http.patch("/api/drafts/1", "{\"content\":\"글\"}").field("Chogo-Version")).isEqualTo("1");
		assertThat(this.http.put("/api/drafts/1", "{\"title\":\"하나\",\"content\":\"글\"}").field("Chogo-Version"))
			.isEqualTo("1");
	}

	@Test
	void whatWasGotCanBePutBack() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\",\"tags\":[\"가\"],\"category\":\"개발/자바\","
				+ "\"visibility\":\"protected\",\"password\":\"비밀\",\"slug\":\"자리\",\"format\":\"html\"}");
		String got = this.http.get("/api/drafts/1").json("/draft").toString();
		assertThat(got).contains("\"hasPassword\":true");
		Answer answer = this.http.put("/api/drafts/1", got);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Chogo-Version")).isEqualTo("1");
	}

	@Test
	void putEmptiesWhatIsAbsentButKeepsTheFormat() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\",\"tags\":[\"가\"],\"category\":\"개발\","
				+ "\"visibility\":\"protected\",\"password\":\"비밀\",\"slug\":\"자리\",\"format\":\"html\"}");
		this.http.put("/api/drafts/1", "{\"title\":\"둘\",\"content\":\"새 글\"}");
		assertThat(this.http.get("/api/drafts/1").body())
			.contains("\"title\":\"둘\",\"content\":\"새 글\",\"format\":\"html\",\"category\":\"\",\"tags\":[],"
					+ "\"visibility\":\"public\",\"hasPassword\":false,\"slug\":\"\"");
	}

	@Test
	void putNeedsTitleAndContent() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.put("/api/drafts/1", "{\"format\":\"html\"}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors").toString()).contains("\"/title\"").contains("\"/content\"");
	}

	@Test
	void nullEmptiesInAPatch() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\",\"tags\":[\"가\"],\"category\":\"개발\","
				+ "\"visibility\":\"protected\",\"password\":\"비밀\",\"slug\":\"자리\",\"format\":\"html\"}");
		Answer answer = this.http.patch("/api/drafts/1", "{\"title\":null,\"content\":null,\"tags\":null,"
				+ "\"category\":null,\"visibility\":null,\"password\":null,\"slug\":null}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.http.get("/api/drafts/1").body())
			.contains("\"title\":\"\",\"content\":\"\",\"format\":\"html\",\"category\":\"\",\"tags\":[],"
					+ "\"visibility\":\"public\",\"hasPassword\":false,\"slug\":\"\"");
	}

	@Test
	void aPatchLeavesWhatItDoesNotName() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\",\"tags\":[\"가\"],\"category\":\"개발\","
				+ "\"visibility\":\"protected\",\"password\":\"비밀\",\"slug\":\"자리\",\"format\":\"html\"}");
		this.http.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		assertThat(this.http.get("/api/drafts/1").body())
			.contains("\"title\":\"둘\",\"content\":\"글\",\"format\":\"html\",\"category\":\"개발\",\"tags\":[\"가\"],"
					+ "\"visibility\":\"protected\",\"hasPassword\":true,\"slug\":\"자리\"");
	}

	@Test
	void formatCannotBeEmptied() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.patch("/api/drafts/1", "{\"format\":null}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/format");
	}

	@Test
	void readOnlyAndUnknownMembersAreIgnored() {
		Answer answer = this.http.post("/api/drafts",
				"{\"title\":\"하나\",\"sequence\":99,\"version\":7,\"author\":1,\"post\":{\"sequence\":1},\"x\":[{}]}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).isEqualTo("/api/drafts/1");
		assertThat(answer.field("Chogo-Version")).isEqualTo("1");
	}

	@Test
	void onlyAnEmptyPostIsRefused() {
		assertThat(this.http.post("/api/drafts", "{\"title\":\"\",\"content\":\"\"}").status()).isEqualTo(422);
		assertThat(this.http.post("/api/drafts", "{}").status()).isEqualTo(422);
		assertThat(this.http.post("/api/drafts", "{\"content\":\" \"}").status()).isEqualTo(201);
		assertThat(this.http.put("/api/drafts/1", "{\"title\":\"\",\"content\":\"\"}").status()).isEqualTo(200);
		assertThat(this.http.get("/api/account").json("/totals/drafts").intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "200, 201", "201, 422" })
	void lengthsAreCodePoints(int emoji, int status) {
		Answer answer = this.http.post("/api/drafts", "{\"title\":\"%s\"}".formatted("🌱".repeat(emoji)));
		assertThat(answer.status()).isEqualTo(status);
		if (status == 201) {
			assertThat(this.http.get(answer.field("Location")).json("/draft/title").stringValue())
				.isEqualTo("🌱".repeat(emoji));
		}
		else {
			assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/title");
		}
	}

	@Test
	void everyPartHasItsLimit() {
		String tags = "\"t\",".repeat(31);
		Answer answer = this.http.post("/api/drafts",
				"{\"title\":\"t\",\"category\":\"%s\",\"tags\":[%s],\"password\":\"%s\",\"slug\":\"a/b\"}"
					.formatted("가".repeat(201), tags.substring(0, tags.length() - 1), "p".repeat(65)));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors").findValuesAsString("pointer")).contains("/category", "/tags", "/password",
				"/slug");
		Answer tag = this.http.post("/api/drafts",
				"{\"title\":\"t\",\"tags\":[\"ok\",\"%s\"]}".formatted("🌱".repeat(51)));
		assertThat(tag.json("/errors/0/pointer").stringValue()).isEqualTo("/tags/1");
		assertThat(this.http
			.post("/api/drafts",
					"{\"title\":\"t\",\"tags\":[%s\"%s\"],\"category\":\"%s\"}".formatted("\"t\",".repeat(29),
							"🌱".repeat(50), "🌱".repeat(200)))
			.status()).isEqualTo(201);
	}

	@Test
	void contentHasTwoMebibytesAndNoMore() {
		String most = "a".repeat(2 * 1024 * 1024);
		Answer kept = this.http.post("/api/drafts", "{\"content\":\"%s\"}".formatted(most));
		assertThat(kept.status()).isEqualTo(201);
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo(most);
		Answer refused = this.http.post("/api/drafts", "{\"content\":\"%sa\"}".formatted(most));
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.json("/errors/0/pointer").stringValue()).isEqualTo("/content");
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"title\":5}", "{\"title\":true}", "{\"title\":{}}", "{\"title\":[\"a\"]}",
			"{\"title\":\"a\\u0000\"}", "{\"title\":\"\\ud800\"}", "{\"title\":\"\\udc00\\ud800\"}" })
	void aTitleThatIsNoTextIsPointedAt(String body) {
		Answer answer = this.http.post("/api/drafts", body);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json("/success").booleanValue()).isFalse();
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/title");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{\"visibility\":\"secret\"} | /visibility", "{\"visibility\":1} | /visibility",
					"{\"format\":\"\"} | /format", "{\"tags\":\"a\"} | /tags", "{\"tags\":[1]} | /tags/0",
					"{\"tags\":[null]} | /tags/0", "{\"explicit\":\"yes\"} | /explicit", "{\"explicit\":1} | /explicit",
					"{\"content\":1.5} | /content" })
	void membersOfTheWrongTypeArePointedAtInAPatchToo(String patch, String pointer) {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.patch("/api/drafts/1", patch);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo(pointer);
		assertThat(this.http.get("/api/drafts/1").field("ETag")).isEqualTo("\"1\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"1\" | 200", "* | 200", "\"7\", \"1\" | 200", "\"7\",, \"1\", | 200",
			"\"2\" | 412", "W/\"1\" | 412", "\"\" | 412", "1 | 400", "\"1 | 400", "\"1\" \"2\" | 400" })
	void ifMatchIsHonoured(String tags, int status) {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Http conditional = this.http.with("If-Match", tags);
		Answer patched = conditional.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		assertThat(patched.status()).as(patched.toString()).isEqualTo(status);
		if (status == 412) {
			assertThat(patched.json("/version").intValue()).isEqualTo(1);
		}
		if (status != 200) {
			assertThat(conditional.put("/api/drafts/1", "{\"title\":\"둘\",\"content\":\"\"}").status())
				.isEqualTo(status);
			assertThat(conditional.delete("/api/drafts/1").status()).isEqualTo(status);
			assertThat(conditional.post("/api/drafts/1/publication").status()).isEqualTo(status);
			assertThat(this.http.get("/api/drafts/1").json("/draft/title").stringValue()).isEqualTo("하나");
		}
	}

	/**
	 * RFC 9110, section 8.8.3: a tag may have any byte from 0x80 up, though none of ours
	 * has.
	 */
	@ParameterizedTest
	@CsvSource({ "If-None-Match,0x80,200", "If-None-Match,0xE9,200", "If-Match,0x80,200", "If-None-Match,0x01,400",
			"If-None-Match,0x7F,400" })
	void aTagOfOtherBytesIsATag(String field, String octet, int status) throws IOException {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write("""
					GET /api/drafts/1 HTTP/1.1\r
					Host: 127.0.0.1\r
					Authorization: Bearer %s\r
					%s: "%c"\r
					Connection: close\r
					\r
					""".formatted(this.author.newToken(), field, Integer.decode(octet)).getBytes(ISO_8859_1));
			assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8))
				.startsWith("HTTP/1.1 %d".formatted(status));
		}
	}

	@Test
	void aRetryWhoseTextIsStoredIsAnsweredAgain() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Http first = this.http.with("If-Match", "\"1\"");
		first.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		Answer again = first.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.field("Chogo-Version")).isEqualTo("2");
		assertThat(first.patch("/api/drafts/1", "{\"title\":\"셋\"}").status()).isEqualTo(412);
	}

	@Test
	void ifNoneMatchStarNeverOverwrites() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.with("If-None-Match", "*").put("/api/drafts/1", "{\"title\":\"둘\",\"content\":\"\"}");
		assertThat(answer.status()).isEqualTo(412);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "\"1\" | 304", "W/\"1\" | 304", "* | 304", "\"2\" | 200" })
	void readingAgainIsNotModified(String tags, int status) {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer answer = this.http.with("If-None-Match", tags).get("/api/drafts/1");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.field("ETag")).isEqualTo("\"1\"");
		if (status == 304) {
			assertThat(answer.body()).isEmpty();
		}
	}

	@Test
	void headIsGetWithoutContent() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		Answer head = this.http.send("HEAD", "/api/drafts/1", null, null);
		Answer get = this.http.get("/api/drafts/1");
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		for (String name : List.of("ETag", "Content-Type", "Cache-Control", "Content-Length")) {
			assertThat(head.field(name)).as(name).isEqualTo(get.field(name));
		}
	}

	@Test
	void aDeletedDraftIsGoneForAllMethods() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.delete("/api/drafts/1");
		assertThat(List.of(this.http.get("/api/drafts/1").status(), this.http.delete("/api/drafts/1").status(),
				this.http.patch("/api/drafts/1", "{}").status(),
				this.http.put("/api/drafts/1", "{\"title\":\"\",\"content\":\"\"}").status(),
				this.http.post("/api/drafts/1/publication").status()))
			.containsOnly(410);
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isZero();
	}

	@Test
	void pagesNeitherSkipNorRepeatWhatStandsStill() {
		for (int n = 1; n <= 25; n++) {
			this.http.post("/api/drafts", "{\"title\":\"글 %d\"}".formatted(n));
		}
		List<Integer> seen = new ArrayList<>();
		Answer page = this.http.get("/api/drafts?limit=10");
		boolean first = true;
		while (true) {
			page.json("/drafts").forEach((draft) -> seen.add(draft.get("sequence").intValue()));
			assertThat(page.json("/total").intValue()).isEqualTo(first ? 25 : 26);
			String link = page.field("Link");
			if (link == null) {
				break;
			}
			if (first) {
				// One is saved again and comes to the front, one is deleted, one is new.
				this.http.patch("/api/drafts/3", "{\"title\":\"앞으로\"}");
				this.http.post("/api/drafts", "{\"title\":\"새 글\"}");
				first = false;
			}
			assertThat(link).matches("</api/drafts\\?limit=10&cursor=[A-Za-z0-9_-]+>; rel=\"next\"");
			page = this.http.get(link.substring(1, link.indexOf('>')));
		}
		assertThat(seen).doesNotHaveDuplicates();
		List<Integer> still = new ArrayList<>();
		for (int n = 25; n >= 1; n--) {
			if (n != 3) {
				still.add(n);
			}
		}
		assertThat(seen).isEqualTo(still);
	}

	@Test
	void aListHasExcerptsAndNoWholeTexts() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"# 제목\\n\\n**굵은** 첫 문장. %s\",\"tags\":[\"가\"]}"
			.formatted("길다 ".repeat(500)));
		String item = this.http.get("/api/drafts").json("/drafts/0").toString();
		assertThat(item).startsWith("{\"sequence\":1,\"title\":\"하나\",\"excerpt\":\"제목 굵은 첫 문장. 길다")
			.contains("\"length\":%d".formatted("# 제목\n\n**굵은** 첫 문장. ".length() + 1500))
			.contains("\"format\":\"markdown\",\"category\":\"\",\"tags\":[\"가\"],\"post\":null,\"createdAt\":")
			.doesNotContain("\"content\"");
		assertThat(item.length()).isLessThan(600);
	}

	@Test
	void wordsAreFoundInTitleAndContentInAnyNormalForm() {
		this.http.post("/api/drafts", "{\"title\":\"서점 산책\",\"content\":\"비 오는 날\"}");
		this.http.post("/api/drafts", "{\"title\":\"다른 글\",\"content\":\"Coffee 한 잔\"}");
		String nfd = java.text.Normalizer.normalize("산책", java.text.Normalizer.Form.NFD);
		assertThat(titles("산책")).containsExactly("서점 산책");
		assertThat(titles(nfd)).containsExactly("서점 산책");
		assertThat(titles("coffee")).containsExactly("다른 글");
		assertThat(titles("비 산책")).containsExactly("서점 산책");
		assertThat(titles("없는말")).isEmpty();
		assertThat(titles("날")).containsExactly("서점 산책");
	}

	private List<String> titles(String words) {
		Answer answer = this.http.get("/api/drafts?q=" + java.net.URLEncoder.encode(words, UTF_8).replace("+", "%20"));
		assertThat(answer.json("/total").intValue()).isEqualTo(2);
		return answer.json("/drafts").findValuesAsString("title");
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=0", "limit=101", "limit=x", "limit=", "limit=-1", "limit=1.0", "cursor=x",
			"cursor=%00", "cursor=MTIz", "cursor=OTk5OTk5OTk5OTk5OTk5OTk5OTk5LDE", "q=%00" })
	void badParametersAreNamed(String query) {
		Answer answer = this.http.get("/api/drafts?" + query);
		assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
		assertThat(answer.json("/errors/0/parameter").stringValue()).isEqualTo(query.substring(0, query.indexOf('=')));
	}

}
