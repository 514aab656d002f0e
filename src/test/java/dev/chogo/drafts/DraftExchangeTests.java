package dev.chogo.drafts;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The exchange everything else grew from, byte for byte (wire.md, section 1). */
@ChogoTest
class DraftExchangeTests {

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	@Test
	void savingAnswersWithSequenceAndTotal() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		Http.Answer answer = this.http.post("/api/drafts", "{\"title\":\"둘 🌱\",\"content\":\"안녕 👨‍👩‍👧‍👦\"}");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).isEqualTo("/api/drafts/2");
		assertThat(answer.field("ETag")).isEqualTo("\"1\"");
		assertThat(answer.field("Chogo-Version")).isEqualTo("1");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":2},\"total\":2}");
	}

	@Test
	void savingWholeAgainAnswersTheSameWithoutTag() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		Http.Answer answer = this.http.put("/api/drafts/1", "{\"title\":\"하나\",\"content\":\"고친 글\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("ETag")).isNull();
		assertThat(answer.field("Chogo-Version")).isEqualTo("2");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
	}

	@Test
	void autosaveAnswersTheSameWithTag() {
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"고친 글\"}");
		Http.Answer answer = this.http.patch("/api/drafts/1", "{\"content\":\"또 고친 글\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("ETag")).isEqualTo("\"3\"");
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(this.http.get("/api/drafts/1").json("/draft/title").stringValue()).isEqualTo("하나");
	}

	@Test
	void deletingAnswersWithWhatIsLeft() {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.post("/api/drafts", "{\"title\":\"둘\"}");
		Http.Answer answer = this.http.delete("/api/drafts/1");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"total\":1}");
		assertThat(answer.field("Chogo-Version")).isEqualTo("1");
		assertThat(this.http.get("/api/drafts/1").status()).isEqualTo(410);
	}

}
