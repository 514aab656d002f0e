package dev.chogo.search;

import java.time.Duration;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.Http;
import dev.chogo.MovedClock;
import dev.chogo.MovedClockTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** What went with age is not found any more. */
@MovedClockTest
class AgeTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext service;

	@Autowired
	private MovedClock clock;

	private Author author;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
	}

	private Http http() {
		this.author = this.author.again();
		return this.author.http();
	}

	private int total(String words) {
		return http().get("/api/search?q=" + words).json("/total").intValue();
	}

	private void keepHouse(String task) {
		Object housekeeping = this.service.getBean("housekeeping");
		ReflectionTestUtils.invokeMethod(housekeeping, task);
	}

	@Test
	void versionsThatWereThinnedAreNotFound() {
		// All within one minute.
		this.clock.pass(Duration.ofMillis(60_000 - this.clock.millis() % 60_000));
		http().post("/api/drafts", "{\"content\":\"하나\"}");
		http().patch("/api/drafts/1", "{\"content\":\"둘\",\"explicit\":true}");
		http().patch("/api/drafts/1", "{\"content\":\"셋\"}");
		assertThat(total("하나")).isEqualTo(1);
		this.clock.pass(Duration.ofHours(2));
		keepHouse("thin");
		assertThat(total("하나")).isZero();
		assertThat(total("둘")).isEqualTo(1);
		assertThat(total("셋")).isEqualTo(1);
	}

	@Test
	void whatWasInTheTrashTooLongIsNotFoundThoughItIsThere() {
		http().post("/api/drafts", "{\"content\":\"하나\"}");
		http().patch("/api/drafts/1", "{\"content\":\"둘\"}");
		http().patch("/api/drafts/1", "{\"content\":\"셋\"}");
		assertThat(total("하나")).isEqualTo(1);
		http().delete("/api/drafts/1");
		assertThat(total("하나")).isEqualTo(1);
		this.clock.pass(Duration.ofDays(31));
		for (String words : List.of("하나", "둘", "셋")) {
			assertThat(total(words)).isZero();
		}
		keepHouse("emptyTrash");
		assertThat(total("하나")).isZero();
	}

}
