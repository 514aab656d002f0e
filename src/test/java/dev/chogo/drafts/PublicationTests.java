package dev.chogo.drafts;

import java.net.URLDecoder;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The way from the desk to the readers, and back. */
@ChogoTest
class PublicationTests {

	@LocalServerPort
	private int port;

	private Author author;

	private Http http;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
	}

	@Test
	void publishingTurnsDraftIntoPost() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"**안녕**\"}");
		Answer answer = this.http.post("/api/drafts/1/publication", "{}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).isEqualTo("/api/posts/1");
		assertThat(answer.field("ETag")).isEqualTo("\"1\"");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"post\":{\"sequence\":1},\"total\":1}");
		assertThat(this.http.get("/api/account").json("/totals").toString()).isEqualTo("{\"drafts\":0,\"posts\":1}");
		Answer gone = this.http.get("/api/drafts/1");
		assertThat(gone.status()).isEqualTo(410);
		assertThat(gone.json("/post/sequence").intValue()).isEqualTo(1);
		assertThat(URLDecoder.decode(gone.json("/post/url").stringValue(), UTF_8))
			.isEqualTo("/@%s/첫-글".formatted(this.author.handle()));
	}

	@Test
	void whatIsHalfDoneIsNotPublished() {
		this.http.post("/api/drafts", "{\"title\":\"제목만\"}");
		this.http.post("/api/drafts", "{\"content\":\"글만\"}");
		this.http.post("/api/drafts", "{\"title\":\"둘 다\",\"content\":\"글\",\"visibility\":\"protected\"}");
		assertThat(this.http.post("/api/drafts/1/publication").json("/errors/0/pointer").stringValue())
			.isEqualTo("/content");
		assertThat(this.http.post("/api/drafts/2/publication").json("/errors/0/pointer").stringValue())
			.isEqualTo("/title");
		Answer open = this.http.post("/api/drafts/3/publication");
		assertThat(open.status()).isEqualTo(422);
		assertThat(open.json("/errors/0/pointer").stringValue()).isEqualTo("/password");
		assertThat(this.http.get("/api/account").json("/totals").toString()).isEqualTo("{\"drafts\":3,\"posts\":0}");
	}

	@Test
	void aTakenSlugGetsANumber() {
		String text = "{\"title\":\"같은 제목\",\"content\":\"글\"}";
		this.http.post("/api/posts", text);
		this.http.post("/api/posts", text);
		this.http.post("/api/posts", "{\"title\":\"🌱\",\"content\":\"글\"}");
		assertThat(this.http.get("/api/posts/1").json("/post/slug").stringValue()).isEqualTo("같은-제목");
		assertThat(this.http.get("/api/posts/2").json("/post/slug").stringValue()).isEqualTo("같은-제목-2");
		assertThat(this.http.get("/api/posts/3").json("/post/slug").stringValue()).isEqualTo("3");
	}

	@Test
	void aPostIsChangedInADraftWhileItStaysLive() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"옛 글\"}");
		String publishedAt = this.http.get("/api/posts/1").json("/post/publishedAt").stringValue();
		assertThat(this.http.get("/api/posts/1").json("/post/modifiedAt").isNull()).isTrue();

		Answer desk = this.http.post("/api/posts/1/draft");
		assertThat(desk.status()).isEqualTo(201);
		assertThat(desk.field("Location")).isEqualTo("/api/drafts/1");
		assertThat(desk.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		Answer again = this.http.post("/api/posts/1/draft");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.body()).isEqualTo(desk.body());
		assertThat(this.http.get("/api/drafts/1").json("/draft/post/sequence").intValue()).isEqualTo(1);
		assertThat(this.http.get("/api/drafts").json("/drafts/0/post/sequence").intValue()).isEqualTo(1);

		this.http.patch("/api/drafts/1", "{\"title\":\"고친 제목\",\"content\":\"새 글\"}");
		assertThat(this.http.get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("옛 글");

		Answer renewed = this.http.post("/api/drafts/1/publication");
		assertThat(renewed.status()).isEqualTo(200);
		assertThat(renewed.field("Content-Location")).isEqualTo("/api/posts/1");
		assertThat(renewed.body()).isEqualTo("{\"success\":true,\"post\":{\"sequence\":1},\"total\":1}");
		Answer post = this.http.get("/api/posts/1");
		assertThat(post.json("/post/content").stringValue()).isEqualTo("새 글");
		assertThat(post.json("/post/publishedAt").stringValue()).isEqualTo(publishedAt);
		assertThat(post.json("/post/slug").stringValue()).isEqualTo("첫-글");
		assertThat(post.json("/post/modifiedAt").stringValue()).isGreaterThan(publishedAt);
	}

	@Test
	void aPublicationCanBeTakenBack() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		this.http.post("/api/drafts/1/publication");
		Answer back = this.http.delete("/api/drafts/1/publication");
		assertThat(back.status()).isEqualTo(200);
		assertThat(back.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("안녕");
		assertThat(this.http.get("/api/posts/1").status()).isEqualTo(410);
		assertThat(this.http.get("/api/account").json("/totals").toString()).isEqualTo("{\"drafts\":1,\"posts\":0}");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(409);
		assertThat(this.http.post("/api/drafts/1/publication").field("Location")).isEqualTo("/api/posts/2");
	}

	@Test
	void aRenewalTakenBackGivesTheOldText() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"옛 글\"}");
		this.http.post("/api/posts/1/draft");
		this.http.patch("/api/drafts/1", "{\"content\":\"새 글\"}");
		this.http.post("/api/drafts/1/publication");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(200);
		assertThat(this.http.get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("옛 글");
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("새 글");
	}

	@Test
	void aPostThatWasChangedSinceIsNotTakenBack() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		this.http.post("/api/drafts/1/publication");
		this.http.patch("/api/posts/1", "{\"content\":\"고친 글\"}");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(409);
		assertThat(this.http.get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("고친 글");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(410);
	}

	@Test
	void deletingTheDraftLeavesThePost() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"글\"}");
		this.http.post("/api/posts/1/draft");
		this.http.delete("/api/drafts/1");
		assertThat(this.http.get("/api/posts/1").status()).isEqualTo(200);
		assertThat(this.http.post("/api/posts/1/draft").field("Location")).isEqualTo("/api/drafts/2");
	}

	@Test
	void deletingThePostLoosensTheDraft() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"글\"}");
		this.http.post("/api/posts/1/draft");
		assertThat(this.http.delete("/api/posts/1").body()).isEqualTo("{\"success\":true,\"total\":0}");
		Answer draft = this.http.get("/api/drafts/1");
		assertThat(draft.json("/draft/post").isNull()).isTrue();
		assertThat(draft.json("/draft/version").intValue()).isEqualTo(2);
		assertThat(this.http.post("/api/drafts/1/publication").field("Location")).isEqualTo("/api/posts/2");
		assertThat(this.http.post("/api/posts/1/draft").status()).isEqualTo(410);
	}

	@Test
	void movingThePostIsANewVersionOfTheDraft() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"글\"}");
		this.http.post("/api/posts/1/draft");
		this.http.patch("/api/posts/1", "{\"content\":\"다른 글\"}");
		assertThat(this.http.with("If-None-Match", "\"1\"").get("/api/drafts/1").status()).isEqualTo(304);
		this.http.patch("/api/posts/1", "{\"slug\":\"moved\"}");
		Answer draft = this.http.with("If-None-Match", "\"1\"").get("/api/drafts/1");
		assertThat(draft.status()).isEqualTo(200);
		assertThat(draft.field("ETag")).isEqualTo("\"2\"");
		assertThat(draft.json("/draft/post/url").stringValue()).endsWith("/moved");
	}

	@Test
	void publishingTakesJsonOrNothing() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		Answer answer = this.http.send("POST", "/api/drafts/1/publication", "application/yaml", "x: 1");
		assertThat(answer.status()).isEqualTo(415);
		assertThat(answer.field("Accept-Post")).isEqualTo("application/json");
		assertThat(this.http.post("/api/drafts/1/publication").status()).isEqualTo(201);
	}

	@Test
	void aPostTakenToTheDeskAgainIsNotOnItTwice() {
		this.http.post("/api/posts", "{\"title\":\"첫 글\",\"content\":\"글\"}");
		this.http.post("/api/posts/1/draft");
		this.http.patch("/api/drafts/1", "{\"content\":\"둘째\"}");
		this.http.post("/api/drafts/1/publication");
		this.http.post("/api/posts/1/draft");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(409);
		assertThat(this.http.post("/api/posts/1/draft").field("Content-Location")).isEqualTo("/api/drafts/2");
		this.http.delete("/api/drafts/2");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(200);
		assertThat(this.http.get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("글");
	}

	@Test
	void undoHonoursIfMatch() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		this.http.post("/api/drafts/1/publication");
		assertThat(this.http.with("If-Match", "\"9\"").delete("/api/drafts/1/publication").status()).isEqualTo(412);
		assertThat(this.http.with("If-Match", "9").delete("/api/drafts/1/publication").status()).isEqualTo(400);
		assertThat(this.http.with("If-Match", "\"1\"").delete("/api/drafts/1/publication").status()).isEqualTo(200);
	}

	@Test
	void theDraftOfADeletedPostComesBackAlone() {
		this.http.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
		this.http.post("/api/drafts/1/publication");
		this.http.delete("/api/posts/1");
		assertThat(this.http.delete("/api/drafts/1/publication").status()).isEqualTo(200);
		assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("안녕");
		this.http.post("/api/drafts/1/publication");
		assertThat(this.http.get("/api/posts/2").json("/post/slug").stringValue()).isEqualTo("첫-글");
	}

	@Test
	void aTakenSlugOfFullLengthDoesNotGrow() {
		String text = "{\"title\":\"t\",\"content\":\"c\",\"slug\":\"%s\"}".formatted("🌱".repeat(200));
		this.http.post("/api/posts", text);
		this.http.post("/api/posts", text);
		String slug = this.http.get("/api/posts/2").json("/post/slug").stringValue();
		assertThat(slug).endsWith("🌱-2");
		assertThat(slug.codePointCount(0, slug.length())).isEqualTo(200);
		this.http.post("/api/posts/2/draft");
		assertThat(this.http.patch("/api/drafts/1", "{\"title\":\"u\"}").status()).isEqualTo(200);
	}

}
