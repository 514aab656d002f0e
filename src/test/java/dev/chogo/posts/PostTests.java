package dev.chogo.posts;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Published texts, for their author. */
@ChogoTest
class PostTests {

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	@Test
	void writingAnswersWithSequenceAndTotal() {
		Answer answer = this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).isEqualTo("/api/posts/1");
		assertThat(answer.field("ETag")).isEqualTo("\"1\"");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"post\":{\"sequence\":1},\"total\":1}");
		Answer post = this.http.get("/api/posts/1");
		assertThat(post.body()).contains("\"modifiedAt\":null")
			.doesNotContain("publishAt")
			.doesNotContain("\"post\":null");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{\"title\":\"\"} | /title", "{\"content\":null} | /content",
			"{\"visibility\":\"protected\"} | /password", "{\"slug\":\"a b\"} | /slug" })
	void aPostIsNeverHalfDone(String patch, String pointer) {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		Answer answer = this.http.patch("/api/posts/1", patch);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo(pointer);
		assertThat(this.http.get("/api/posts/1").field("ETag")).isEqualTo("\"1\"");
	}

	@Test
	void aSlugIsMadeAnewFromTheTitle() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"안녕\",\"slug\":\"내-자리\"}");
		assertThat(this.http.get("/api/posts/1").json("/post/slug").stringValue()).isEqualTo("내-자리");
		this.http.patch("/api/posts/1", "{\"slug\":null}");
		assertThat(this.http.get("/api/posts/1").json("/post/slug").stringValue()).isEqualTo("첫-글");
	}

	@Test
	void putSavesWholeAndTellsWhenItWasChanged() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"안녕\",\"tags\":[\"가\"]}");
		Answer answer = this.http.with("If-Match", "\"1\"")
			.put("/api/posts/1", "{\"title\":\"첫 글\",\"content\":\"고침\",\"slug\":\"첫-글\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("ETag")).isNull();
		assertThat(answer.field("Chogo-Version")).isEqualTo("2");
		Answer post = this.http.get("/api/posts/1");
		assertThat(post.json("/post/tags").toString()).isEqualTo("[]");
		assertThat(post.json("/post/modifiedAt").isNull()).isFalse();
	}

	@Test
	void postsAreListedByTheTimeTheyWerePublished() {
		for (int n = 1; n <= 3; n++) {
			this.http.post("/api/posts", "{\"title\":\"글 %d\",\"content\":\"안녕\"}".formatted(n));
		}
		this.http.patch("/api/posts/1", "{\"content\":\"고침\"}");
		Answer page = this.http.get("/api/posts?limit=2");
		assertThat(page.json("/posts").findValuesAsString("title")).containsExactly("글 3", "글 2");
		String link = page.field("Link");
		Answer last = this.http.get(link.substring(1, link.indexOf('>')));
		assertThat(last.json("/posts").findValuesAsString("title")).containsExactly("글 1");
		assertThat(last.field("Link")).isNull();
		assertThat(last.json("/total").intValue()).isEqualTo(3);
	}

	@Test
	void aDeletedPostIsGone() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		String url = this.http.get("/api/posts/1").json("/post/url").stringValue();
		assertThat(new Http(this.port).get(url).status()).isEqualTo(200);
		assertThat(this.http.delete("/api/posts/1").body()).isEqualTo("{\"success\":true,\"total\":0}");
		assertThat(this.http.get("/api/posts/1").status()).isEqualTo(410);
		assertThat(new Http(this.port).get(url).status()).isEqualTo(404);
	}

}
