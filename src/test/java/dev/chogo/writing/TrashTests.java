package dev.chogo.writing;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What was deleted lies in the trash, until its author or its age takes it out. */
@ChogoTest
class TrashTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	@ParameterizedTest
	@ValueSource(strings = { "draft", "post" })
	void deletedDraftComesBack(String kind) {
		String texts = "/api/%ss".formatted(kind);
		this.http.post(texts, "{\"title\":\"하나\",\"content\":\"첫 글\",\"tags\":[\"가\"]}");
		this.http.post(texts, "{\"title\":\"둘\",\"content\":\"둘째 글\"}");
		String before = this.http.get(texts + "/1").body();
		this.http.delete(texts + "/1");
		Answer trash = this.http.get(texts + "/trash");
		assertThat(trash.json("/total").intValue()).isEqualTo(1);
		assertThat(trash.json("/%ss/0/title".formatted(kind)).stringValue()).isEqualTo("하나");
		assertThat(trash.json("/%ss/0/deletedAt".formatted(kind)).isString()).isTrue();
		assertThat(this.http.get(texts).json("").findValue("deletedAt")).isNull();
		Answer restored = this.http.post(texts + "/trash/1/restoration");
		assertThat(restored.status()).isEqualTo(200);
		assertThat(restored.body()).isEqualTo("{\"success\":true,\"%s\":{\"sequence\":1},\"total\":2}".formatted(kind));
		assertThat(this.http.get(texts + "/1").body()).isEqualTo(before);
		assertThat(this.http.get(texts + "/trash").json("/total").intValue()).isZero();
		assertThat(this.http.post(texts + "/trash/1/restoration").status()).isEqualTo(404);
	}

	@Test
	void hundredAndFirstDraftEvictsNothing() {
		for (int n = 1; n <= 101; n++) {
			assertThat(this.http.post("/api/drafts", "{\"title\":\"%d\"}".formatted(n)).json("/total").intValue())
				.isEqualTo(n);
		}
		assertThat(this.http.get("/api/drafts/1").json("/draft/title").stringValue()).isEqualTo("1");
	}

	@Test
	void theLatestLiesOnTopAndPagesFollow() {
		for (int n = 1; n <= 5; n++) {
			this.http.post("/api/drafts", "{\"title\":\"%d\"}".formatted(n));
		}
		for (int n : new int[] { 3, 1, 5, 2 }) {
			this.http.delete("/api/drafts/" + n);
		}
		Answer page = this.http.get("/api/drafts/trash?limit=3");
		assertThat(page.json("/drafts").findValuesAsString("sequence")).containsExactly("2", "5", "1");
		String next = page.field("Link").replaceAll("^<|>.*$", "");
		assertThat(this.http.get(next).json("/drafts").findValuesAsString("sequence")).containsExactly("3");
		assertThat(this.http.get("/api/drafts/trash?q=5").json("/drafts").findValuesAsString("sequence"))
			.containsExactly("5");
	}

	@Test
	void whatIsEmptiedIsGoneForGood() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.post("/api/drafts", "{\"title\":\"둘\",\"content\":\"둘째 글\"}");
		this.http.post("/api/drafts", "{\"title\":\"셋\",\"content\":\"셋째 글\"}");
		this.http.delete("/api/drafts/1");
		this.http.delete("/api/drafts/2");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(410);
		assertThat(this.http.delete("/api/drafts/trash/1").body()).isEqualTo("{\"success\":true,\"total\":1}");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(404);
		assertThat(this.http.get("/api/drafts/1/versions").status()).isEqualTo(404);
		assertThat(this.http.delete("/api/drafts/trash/1").status()).isEqualTo(404);
		assertThat(this.http.delete("/api/drafts/trash/3").status()).isEqualTo(404);
		assertThat(this.http.delete("/api/drafts/trash").body()).isEqualTo("{\"success\":true,\"total\":0}");
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
		assertThat(this.http.post("/api/drafts", "{\"title\":\"넷\"}").field("Location")).isEqualTo("/api/drafts/4");
		assertThat(this.database.queryForObject(
				"select count(*) from draft_version where title in ('하나', '둘') and author = (select max(id) from account)",
				Long.class))
			.isZero();
	}

	@Test
	void aPublishedDraftIsNotInTheTrash() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.post("/api/drafts/1/publication");
		assertThat(this.http.get("/api/drafts/trash").json("/total").intValue()).isZero();
		assertThat(this.http.post("/api/drafts/trash/1/restoration").status()).isEqualTo(404);
		assertThat(this.http.delete("/api/drafts/trash/1").status()).isEqualTo(404);
		this.http.delete("/api/drafts/trash");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(200);
	}

	@Test
	void emptyingAPostEmptiesTheDraftsItWasMadeOf() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.post("/api/drafts/1/publication");
		this.http.delete("/api/posts/1");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(410);
		assertThat(this.http.delete("/api/posts/trash/1").status()).isEqualTo(200);
		assertThat(this.http.get("/api/posts/1").status()).isEqualTo(404);
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(404);
		assertThat(this.http.get("/api/drafts/1/versions").status()).isEqualTo(404);
	}

	@Test
	void aPostThatReturnsTakesAFreeAddress() {
		this.http.post("/api/posts", "{\"title\":\"같은 제목\",\"content\":\"하나\"}");
		this.http.delete("/api/posts/1");
		this.http.post("/api/posts", "{\"title\":\"같은 제목\",\"content\":\"둘\"}");
		Answer restored = this.http.post("/api/posts/trash/1/restoration");
		assertThat(restored.field("Chogo-Version")).isEqualTo("2");
		assertThat(this.http.get("/api/posts/1").json("/post/slug").stringValue()).isEqualTo("같은-제목-2");
		assertThat(this.http.get("/api/posts/2").json("/post/slug").stringValue()).isEqualTo("같은-제목");
	}

	@Test
	void aDraftThatReturnsDoesNotRenewWhatAnotherDraftRenews() {
		this.http.post("/api/posts", "{\"title\":\"글\",\"content\":\"하나\"}");
		this.http.post("/api/posts/1/draft");
		this.http.delete("/api/drafts/1");
		this.http.post("/api/posts/1/draft");
		assertThat(this.http.post("/api/drafts/trash/1/restoration").field("Chogo-Version")).isEqualTo("2");
		assertThat(this.http.get("/api/drafts/1").json("/draft/post").isNull()).isTrue();
		assertThat(this.http.get("/api/drafts/2").json("/draft/post/sequence").intValue()).isEqualTo(1);
	}

	@Test
	void restoringAndEmptyingHonourIfMatch() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.delete("/api/drafts/1");
		assertThat(this.http.with("If-Match", "\"9\"").delete("/api/drafts/trash/1").status()).isEqualTo(412);
		assertThat(this.http.with("If-Match", "9").delete("/api/drafts/trash/1").status()).isEqualTo(400);
		assertThat(this.http.with("If-Match", "\"9\"").post("/api/drafts/trash/1/restoration").status()).isEqualTo(412);
		assertThat(this.http.with("If-Match", "\"1\"").post("/api/drafts/trash/1/restoration").status()).isEqualTo(200);
	}

}
