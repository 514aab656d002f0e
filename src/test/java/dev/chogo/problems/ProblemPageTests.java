package dev.chogo.problems;

import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A problem's type leads to a page that says what to do. */
@ChogoTest
class ProblemPageTests {

	@LocalServerPort
	private int port;

	private Http browser;

	@BeforeEach
	void open() {
		this.browser = new Http(this.port, "Accept", "text/html");
	}

	@Test
	void typeOfProblemLeadsToPageAboutIt() {
		Http.Answer refusal = new Http(this.port).get("/api/drafts");
		Http.Answer page = this.browser.get(refusal.json("/type").stringValue());
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.field("Content-Type")).startsWith("text/html");
		assertThat(page.body()).contains(refusal.json("/title").stringValue(), "401");
	}

	@Test
	void allProblemsAreOnOnePage() {
		Http.Answer page = this.browser.get("/problems");
		for (Refusal refusal : Refusal.values()) {
			assertThat(page.body()).contains("href=\"%s\"".formatted(refusal.type()), refusal.title());
		}
	}

	@Test
	void pageRunsNoScript() {
		Http.Answer page = this.browser.get("/problems");
		assertThat(page.field("Content-Security-Policy")).startsWith("default-src 'none'").doesNotContain("script-src");
		assertThat(page.body()).doesNotContain("<script");
	}

	@Test
	void unknownProblemIsNotHere() {
		assertThat(this.browser.get("/problems/nothing-like-that").status()).isEqualTo(404);
	}

}
