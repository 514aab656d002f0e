package dev.chogo.writing;

import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http.Answer;
import dev.chogo.Http;
import dev.chogo.text.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Every save can be read again, compared and brought back. */
@ChogoTest
class VersionTests {

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	private List<String> kept(String text) {
		return this.http.get(text + "/versions").json("/versions").findValuesAsString("kept");
	}

	@Test
	void everySaveIsAVersionThatCanBeRead() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"둘째 글\",\"explicit\":true}");
		this.http.put("/api/drafts/1", "{\"title\":\"셋\",\"content\":\"셋째 글 🌱\",\"format\":\"html\"}");
		Answer list = this.http.get("/api/drafts/1/versions");
		assertThat(list.json("/total").intValue()).isEqualTo(3);
		assertThat(list.json("/versions").findValuesAsString("version")).containsExactly("3", "2", "1");
		assertThat(list.json("/versions").findValuesAsString("kept")).containsExactly("recent", "explicit", "recent");
		assertThat(list.json("/versions/0/length").intValue()).isEqualTo(6);
		assertThat(list.json("/versions/0/format").stringValue()).isEqualTo("html");
		assertThat(list.json("/versions/0").propertyNames()).containsExactly("version", "savedAt", "length", "format",
				"kept");
		Answer first = this.http.get("/api/drafts/1/versions/1");
		assertThat(first.json("/version/title").stringValue()).isEqualTo("하나");
		assertThat(first.json("/version/content").stringValue()).isEqualTo("첫 글");
		assertThat(this.http.get("/api/drafts/1/versions/4").status()).isEqualTo(404);
		assertThat(this.http.get("/api/drafts/2/versions").status()).isEqualTo(404);
	}

	@Test
	void versionsArePagedAndSearched() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"0\"}");
		for (int n = 1; n <= 4; n++) {
			this.http.patch("/api/drafts/1", "{\"content\":\"%d%s\"}".formatted(n, (n % 2 == 0) ? " 사과" : ""));
		}
		Answer page = this.http.get("/api/drafts/1/versions?limit=2");
		assertThat(page.json("/versions").findValuesAsString("version")).containsExactly("5", "4");
		String next = page.field("Link").replaceAll("^<|>.*$", "");
		assertThat(next).startsWith("/api/drafts/1/versions?");
		assertThat(this.http.get(next).json("/versions").findValuesAsString("version")).containsExactly("3", "2");
		assertThat(this.http.get("/api/drafts/1/versions?q=%EC%82%AC%EA%B3%BC&limit=1")
			.json("/versions")
			.findValuesAsString("version")).containsExactly("5");
		assertThat(this.http.get("/api/drafts/1/versions?q=%EC%82%AC%EA%B3%BC")
			.json("/versions")
			.findValuesAsString("version")).containsExactly("5", "3");
	}

	@Test
	void whatChangedIsToldByWords() {
		this.http.post("/api/drafts", "{\"content\":\"어제는 비가 왔다.\\n오늘은 맑다.\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"어제는 눈이 왔다.\\n오늘은 맑다.\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"어제는 눈이 왔다.\\n오늘은 흐리다.\"}");
		assertThat(this.http.get("/api/drafts/1/versions/2/changes?since=1").json("/changes").toString())
			.isEqualTo("[{\"op\":\"equal\",\"text\":\"어제는 \"},{\"op\":\"delete\",\"text\":\"비가\"},"
					+ "{\"op\":\"insert\",\"text\":\"눈이\"},{\"op\":\"equal\",\"text\":\" 왔다.\\n오늘은 맑다.\"}]");
		assertThat(this.http.get("/api/drafts/1/versions/3/changes").body())
			.isEqualTo(this.http.get("/api/drafts/1/versions/3/changes?since=2").body());
		assertThat(this.http.get("/api/drafts/1/versions/1/changes").json("/changes/0/op").stringValue())
			.isEqualTo("insert");
	}

	@ParameterizedTest
	@CsvSource({ "2,since=2", "2,since=3", "2,since=abc", "2,since=0", "1,since=1", "2,since=-1", "2,since=1e0",
			"2,since=99999999999999999999", "2,since=", "2,since=0x1", "2,since=01", "2,since=%EF%BC%91" })
	void changesAreSinceAnOlderVersion(int version, String query) {
		this.http.post("/api/drafts", "{\"content\":\"가\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"나\"}");
		Answer answer = this.http.get("/api/drafts/1/versions/%d/changes?%s".formatted(version, query));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/parameter").stringValue()).isEqualTo("since");
	}

	@Test
	void restoringIsANewVersionThatStays() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.put("/api/drafts/1", "{\"title\":\"둘\",\"content\":\"둘째 글\"}");
		Answer restored = this.http.post("/api/drafts/1/versions/1/restoration");
		assertThat(restored.status()).isEqualTo(200);
		assertThat(restored.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(restored.field("Chogo-Version")).isEqualTo("3");
		assertThat(restored.field("Chogo-Digest")).startsWith("sha-256=:");
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("첫 글");
		assertThat(kept("/api/drafts/1")).containsExactly("restored", "recent", "recent");
		assertThat(this.http.post("/api/drafts/1/versions/1/restoration").field("Chogo-Version")).isEqualTo("3");
		assertThat(this.http.with("If-Match", "\"2\"").post("/api/drafts/1/versions/1/restoration").status())
			.isEqualTo(200);
		assertThat(this.http.with("If-Match", "\"2\"").post("/api/drafts/1/versions/2/restoration").status())
			.isEqualTo(412);
		assertThat(this.http.post("/api/drafts/1/versions/9/restoration").status()).isEqualTo(404);
	}

	@Test
	void restoringAPostOpensNothingAndMovesNothing() {
		this.http.post("/api/posts", "{\"title\":\"하나\",\"content\":\"첫 글\",\"slug\":\"one\"}");
		this.http.patch("/api/posts/1", "{\"content\":\"둘째\",\"visibility\":\"private\",\"slug\":\"two\"}");
		assertThat(this.http.post("/api/posts/1/versions/1/restoration").body())
			.isEqualTo("{\"success\":true,\"post\":{\"sequence\":1},\"total\":1}");
		Answer post = this.http.get("/api/posts/1");
		assertThat(post.json("/post/content").stringValue()).isEqualTo("첫 글");
		assertThat(post.json("/post/visibility").stringValue()).isEqualTo("private");
		assertThat(post.json("/post/slug").stringValue()).isEqualTo("two");
		assertThat(kept("/api/posts/1")).containsExactly("restored", "recent", "published");
	}

	@Test
	void pressingTheButtonKeepsWhatWasSavedAlready() {
		this.http.post("/api/drafts", "{\"content\":\"가\"}");
		assertThat(this.http.patch("/api/drafts/1", "{\"explicit\":true}").field("Chogo-Version")).isEqualTo("1");
		assertThat(kept("/api/drafts/1")).containsExactly("explicit");
	}

	@Test
	void emptyAutosaveDestroysNothing() {
		this.http.post("/api/drafts", "{\"title\":\"제목\",\"content\":\"짧은 글\"}");
		assertThat(this.http.put("/api/drafts/1", "{\"title\":\"\",\"content\":\"\"}").status()).isEqualTo(200);
		assertThat(kept("/api/drafts/1")).containsExactly("recent", "large-deletion");
		this.http.post("/api/drafts/1/versions/1/restoration");
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("짧은 글");
		assertThat(this.http.get("/api/drafts/1").json("/draft/title").stringValue()).isEqualTo("제목");
	}

	@ParameterizedTest
	@CsvSource({ "200,recent", "201,large-deletion" })
	void whatLostMuchAtOnceStays(int vanished, String kept) {
		String rest = " 남은 글".repeat(100);
		this.http.post("/api/drafts", "{\"content\":\"%s%s\"}".formatted("🌱".repeat(vanished), rest));
		this.http.patch("/api/drafts/1", "{\"content\":\"%s\"}".formatted(rest));
		assertThat(kept("/api/drafts/1")).containsExactly("recent", kept);
	}

	@Test
	void publicationKeepsWhatWasPublishedOnBothSides() {
		this.http.post("/api/drafts", "{\"title\":\"글\",\"content\":\"처음\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"고침\"}");
		this.http.post("/api/drafts/1/publication");
		assertThat(kept("/api/drafts/1")).containsExactly("published", "recent");
		assertThat(kept("/api/posts/1")).containsExactly("published");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(410);
		assertThat(this.http.get("/api/drafts/1/versions/1").json("/version/content").stringValue()).isEqualTo("처음");
		assertThat(this.http.post("/api/drafts/1/versions/1/restoration").status()).isEqualTo(410);
	}

	@Test
	void aTextInTheTrashCanStillBeRead() {
		this.http.post("/api/drafts", "{\"content\":\"처음\"}");
		this.http.delete("/api/drafts/1");
		assertThat(this.http.get("/api/drafts/1/versions/1").json("/version/content").stringValue()).isEqualTo("처음");
		assertThat(this.http.post("/api/drafts/1/versions/1/restoration").status()).isEqualTo(410);
	}

	@Test
	void versionsOfOthersNeverWere() {
		this.http.post("/api/drafts", "{\"content\":\"처음\"}");
		Http stranger = Author.signedUp(this.port).http();
		for (String path : List.of("/versions", "/versions/1", "/versions/1/changes")) {
			assertThat(stranger.get("/api/drafts/1" + path).body().replace("/1", ""))
				.isEqualTo(stranger.get("/api/drafts/9" + path).body().replace("/9", "").replace("/1", ""));
		}
	}

}
