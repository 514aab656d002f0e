package dev.chogo.problems;

import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before any controller sees it leaves the house as everything else. */
@ChogoTest
class ErrorPageTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "GET,/api//drafts,400,unreadable", "GET,/api/drafts;a=b,400,unreadable",
			"TRACE,/api/drafts,405,method-not-allowed" })
	void refusalUnderApiIsProblemWhateverIsAskedFor(String method, String path, int status, String type) {
		Http.Answer answer = new Http(this.port, "Accept", "text/html").send(method, path, null, null);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/" + type);
		assertThat(answer.json("/instance").stringValue()).isEqualTo(path);
		assertThat(answer.json("/success").booleanValue()).isFalse();
	}

	@Test
	void readerGetsPage() {
		Http.Answer answer = new Http(this.port, "Accept", "text/html").get("//");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).startsWith("text/html");
	}

}
