package dev.chogo.writing;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http.Answer;
import dev.chogo.Http;
import dev.chogo.text.Digest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Saving over somebody: both texts live on, as one or as two. */
@ChogoTest
class BaseVersionTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private Author author;

	private Http http;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
		this.http.post("/api/drafts", "{\"title\":\"제목\",\"content\":\"하나 둘 셋 넷 다섯\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH" })
	void changesOfDifferentWordsBecomeOneText(String method) {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 셋 넷 다섯 여섯\",\"category\":\"일기\"}");
		Answer answer = save(method, "{\"title\":\"새 제목\",\"content\":\"영 하나 둘 셋 넷 다섯\",\"baseVersion\":1}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(answer.field("Chogo-Merge")).isEqualTo("merged");
		assertThat(answer.field("Chogo-Version")).isEqualTo("3");
		Answer draft = this.http.get("/api/drafts/1");
		assertThat(draft.json("/draft/title").stringValue()).isEqualTo("새 제목");
		assertThat(draft.json("/draft/content").stringValue()).isEqualTo("영 하나 둘 셋 넷 다섯 여섯");
		assertThat(draft.json("/draft/category").stringValue()).isEqualTo("일기");
		assertThat(answer.field("Chogo-Digest")).isEqualTo(Digest.of("영 하나 둘 셋 넷 다섯 여섯").toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "PATCH" })
	void changesOfTheSameWordsBecomeTwoTexts(String method) {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 삼 넷 다섯\"}");
		Answer answer = save(method, "{\"title\":\"제목\",\"content\":\"하나 둘 three 넷 다섯\",\"baseVersion\":1}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body())
			.isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"fork\":{\"sequence\":2},\"total\":2}");
		assertThat(answer.field("Chogo-Merge")).isEqualTo("forked");
		assertThat(answer.field("Chogo-Version")).isEqualTo("2");
		assertThat(answer.field("Chogo-Digest")).isEqualTo(Digest.of("하나 둘 three 넷 다섯").toString());
		assertThat(content(1)).isEqualTo("하나 둘 삼 넷 다섯");
		assertThat(content(2)).isEqualTo("하나 둘 three 넷 다섯");
	}

	@Test
	void aForkWhoseAnswerWasLostIsOneDraft() {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 삼 넷 다섯\"}");
		String lost = "{\"content\":\"하나 둘 three 넷 다섯\",\"baseVersion\":1}";
		String first = save("PATCH", lost).body();
		assertThat(save("PATCH", lost).body()).isEqualTo(first);
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(2);
	}

	@Test
	void aSaveWhoseAnswerWasLostIsDoneAlready() {
		String save = "{\"content\":\"하나 둘 셋 넷 다섯 여섯\",\"baseVersion\":1}";
		assertThat(save("PATCH", save).field("Chogo-Version")).isEqualTo("2");
		Answer again = save("PATCH", save);
		assertThat(again.field("Chogo-Version")).isEqualTo("2");
		assertThat(again.field("Chogo-Merge")).isNull();
	}

	@Test
	void aBaseThatIsNotKeptAnyMoreForks() {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 셋 넷 다섯 여섯\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 셋 넷 다섯 여섯 일곱\"}");
		this.database.update("delete from draft_version where version = 1 and author = "
				+ "(select id from account where handle = ?)", this.author.handle());
		Answer answer = save("PATCH", "{\"content\":\"영 하나 둘 셋 넷 다섯\",\"baseVersion\":1}");
		assertThat(answer.field("Chogo-Merge")).isEqualTo("forked");
		assertThat(content(1)).isEqualTo("하나 둘 셋 넷 다섯 여섯 일곱");
		assertThat(content(2)).isEqualTo("영 하나 둘 셋 넷 다섯");
		assertThat(this.http.get("/api/drafts/2").json("/draft/title").stringValue()).isEqualTo("제목");
	}

	@Test
	void theSameTextWithABaseThatIsNotKeptAnyMoreKeepsWhatElseIsSent() {
		this.http.patch("/api/drafts/1", "{\"content\":\"여섯\"}");
		this.database.update("delete from draft_version where version = 1 and author = "
				+ "(select id from account where handle = ?)", this.author.handle());
		Answer answer = save("PATCH", "{\"tags\":[\"가\"],\"baseVersion\":1}");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(this.http.get("/api/drafts/1").json("/draft/tags").toString()).isEqualTo("[\"가\"]");
	}

	@Test
	void forksThatDifferInTheirTagsAreTwo() {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 삼 넷 다섯\"}");
		save("PATCH", "{\"content\":\"하나 둘 three 넷 다섯\",\"baseVersion\":1}");
		Answer second = save("PATCH", "{\"content\":\"하나 둘 three 넷 다섯\",\"tags\":[\"가\"],\"baseVersion\":1}");
		assertThat(second.json("/fork/sequence").intValue()).isEqualTo(3);
	}

	@Test
	void aMergeThatWouldBeTooLongForks() {
		this.http.patch("/api/drafts/1", "{\"title\":\"제목 %s\"}".formatted("가".repeat(190)));
		Answer answer = save("PATCH", "{\"title\":\"%s 제목\",\"baseVersion\":1}".formatted("나".repeat(190)));
		assertThat(answer.field("Chogo-Merge")).isEqualTo("forked");
		assertThat(this.http.get("/api/drafts/2").json("/draft/title").stringValue()).startsWith("나나");
	}

	@Test
	void ifNoneMatchStarNeverOverwritesWithABaseEither() {
		this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 셋 넷 다섯 여섯\"}");
		assertThat(this.http.with("If-None-Match", "*")
			.patch("/api/drafts/1", "{\"title\":\"다른 제목\",\"baseVersion\":1}")
			.status()).isEqualTo(412);
	}

	@Test
	void aPostThatIsHalfDoneForksNothing() {
		this.http.post("/api/posts", "{\"title\":\"제목\",\"content\":\"하나\"}");
		this.http.patch("/api/posts/1", "{\"content\":\"둘\"}");
		assertThat(this.http.patch("/api/posts/1", "{\"content\":\"\",\"baseVersion\":1}").status()).isEqualTo(422);
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "0,422", "-1,422", "2,422", "9223372036854775807,422", "9223372036854775808,422", "1.5,422",
			"'\"1\"',422", "null,200", "1,200" })
	void aBaseIsAVersionThatWas(String base, int status) {
		for (String method : new String[] { "PUT", "PATCH" }) {
			Answer answer = save(method, "{\"title\":\"제목\",\"content\":\"하나\",\"baseVersion\":%s}".formatted(base));
			assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
			if (status == 422) {
				assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/baseVersion");
				assertThat(content(1)).isEqualTo("하나 둘 셋 넷 다섯");
			}
		}
	}

	@Test
	void aBaseDoesNotStandBesideIfMatch() {
		Answer answer = this.http.with("If-Match", "\"1\"").patch("/api/drafts/1", "{\"baseVersion\":1}");
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/baseVersion");
	}

	@Test
	void aDeletedDraftIsGoneWithABaseToo() {
		this.http.delete("/api/drafts/1");
		assertThat(save("PATCH", "{\"content\":\"하나\",\"baseVersion\":1}").status()).isEqualTo(410);
		this.http.post("/api/drafts", "{\"title\":\"제목\",\"content\":\"글\"}");
		this.http.post("/api/drafts/2/publication");
		assertThat(this.http.patch("/api/drafts/2", "{\"content\":\"하나\",\"baseVersion\":1}").status()).isEqualTo(410);
	}

	@Test
	void aPostForksIntoADraft() {
		this.http.post("/api/posts", "{\"title\":\"제목\",\"content\":\"하나 둘 셋\"}");
		this.http.patch("/api/posts/1", "{\"content\":\"하나 둘 삼\"}");
		Answer merged = this.http.patch("/api/posts/1", "{\"content\":\"영 하나 둘 셋\",\"baseVersion\":1}");
		assertThat(merged.field("Chogo-Merge")).isEqualTo("merged");
		assertThat(this.http.get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("영 하나 둘 삼");
		Answer forked = this.http.patch("/api/posts/1", "{\"content\":\"하나 둘 three\",\"baseVersion\":1}");
		assertThat(forked.body())
			.isEqualTo("{\"success\":true,\"post\":{\"sequence\":1},\"fork\":{\"sequence\":2},\"total\":1}");
		assertThat(content(2)).isEqualTo("하나 둘 three");
	}

	@Test
	void membersTakeTheSentValueWhereItIsNew() {
		this.http.patch("/api/drafts/1", "{\"tags\":[\"가\"],\"category\":\"일기\",\"slug\":\"one\"}");
		save("PATCH", "{\"tags\":[\"나\"],\"visibility\":\"private\",\"baseVersion\":1}");
		Answer draft = this.http.get("/api/drafts/1");
		assertThat(draft.json("/draft/tags").toString()).isEqualTo("[\"나\"]");
		assertThat(draft.json("/draft/visibility").stringValue()).isEqualTo("private");
		assertThat(draft.json("/draft/category").stringValue()).isEqualTo("일기");
		assertThat(draft.json("/draft/slug").stringValue()).isEqualTo("one");
	}

	@Test
	void withNeitherASaveGoesOverWhatStaysAmongTheVersions() {
		this.http.patch("/api/drafts/1", "{\"content\":\"다른 글\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"또 다른 글\"}");
		assertThat(this.http.get("/api/drafts/1/versions/2").json("/version/content").stringValue()).isEqualTo("다른 글");
	}

	private Answer save(String method, String body) {
		return method.equals("PUT") ? this.http.put("/api/drafts/1", body) : this.http.patch("/api/drafts/1", body);
	}

	private String content(int draft) {
		return this.http.get("/api/drafts/" + draft).json("/draft/content").stringValue();
	}

}
