package dev.chogo.drafts;

import java.time.Duration;

import dev.chogo.Author;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import dev.chogo.MovedClock;
import dev.chogo.MovedClockTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** A publication at a time. */
@MovedClockTest
class PlannedTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MovedClock clock;

	@Autowired
	private Planned planned;

	private Author author;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		http().post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
	}

	private Http http() {
		this.author = this.author.again();
		return this.author.http();
	}

	private Answer plan(Duration later) {
		return http().post("/api/drafts/1/publication", "{\"at\":\"%s\"}".formatted(this.clock.instant().plus(later)));
	}

	@Test
	void whatIsNewestByThenIsPublishedOnce() {
		Answer answer = plan(Duration.ofHours(1));
		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(answer.field("Chogo-Version")).isEqualTo("2");
		assertThat(http().get("/api/drafts/1").json("/draft/publishAt").isString()).isTrue();
		http().patch("/api/drafts/1", "{\"content\":\"안녕, 여러분\"}");
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(200);
		this.clock.pass(Duration.ofHours(1));
		this.planned.publish();
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").json("/post/sequence").intValue()).isEqualTo(1);
		assertThat(http().get("/api/posts").json("/total").intValue()).isEqualTo(1);
		assertThat(http().get("/api/posts/1").json("/post/content").stringValue()).isEqualTo("안녕, 여러분");
	}

	@Test
	void thePlanIsCarriedOutByItself() throws InterruptedException {
		plan(Duration.ofHours(1));
		this.clock.pass(Duration.ofHours(1));
		for (int tries = 0; tries < 200 && http().get("/api/posts").json("/total").intValue() == 0; tries++) {
			Thread.sleep(50);
		}
		assertThat(http().get("/api/posts").json("/total").intValue()).isEqualTo(1);
	}

	@Test
	void aPlanCanBeCalledOff() {
		plan(Duration.ofHours(1));
		Answer off = http().delete("/api/drafts/1/publication");
		assertThat(off.body()).isEqualTo("{\"success\":true,\"draft\":{\"sequence\":1},\"total\":1}");
		assertThat(off.field("Chogo-Version")).isEqualTo("3");
		assertThat(http().get("/api/drafts/1").json("/draft/publishAt").isNull()).isTrue();
		this.clock.pass(Duration.ofHours(2));
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(200);
		assertThat(http().delete("/api/drafts/1/publication").status()).isEqualTo(409);
	}

	@Test
	void aTimeThatIsPastMeansNow() {
		assertThat(plan(Duration.ofSeconds(-1)).status()).isEqualTo(201);
		assertThat(http().delete("/api/drafts/1/publication").status()).isEqualTo(200);
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(200);
	}

	@Test
	void anUndonePlanIsNotCarriedOutAgain() {
		plan(Duration.ofHours(1));
		this.clock.pass(Duration.ofHours(1));
		this.planned.publish();
		http().delete("/api/drafts/1/publication");
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").json("/draft/publishAt").isNull()).isTrue();
	}

	@Test
	void aPlanGoesIntoTheTrashWithItsDraft() {
		plan(Duration.ofHours(1));
		http().delete("/api/drafts/1");
		this.clock.pass(Duration.ofHours(1));
		this.planned.publish();
		assertThat(http().get("/api/posts").json("/total").intValue()).isZero();
		http().post("/api/drafts/trash/1/restoration");
		this.planned.publish();
		assertThat(http().get("/api/drafts/1").json("/draft/publishAt").isNull()).isTrue();
	}

	@Test
	void whatCannotBePublishedByThenStaysADraft() {
		plan(Duration.ofHours(1));
		http().patch("/api/drafts/1", "{\"title\":\"\"}");
		this.clock.pass(Duration.ofHours(1));
		this.planned.publish();
		Answer draft = http().get("/api/drafts/1");
		assertThat(draft.json("/draft/content").stringValue()).isEqualTo("안녕");
		assertThat(draft.json("/draft/publishAt").isNull()).isTrue();
	}

	@Test
	void aPlanEndsWithThePostThatItWasToRenew() {
		http().post("/api/drafts/1/publication");
		http().post("/api/posts/1/draft");
		http().post("/api/drafts/2/publication",
				"{\"at\":\"%s\"}".formatted(this.clock.instant().plus(Duration.ofHours(1))));
		http().delete("/api/posts/1");
		assertThat(http().get("/api/drafts/2").body()).contains("\"publishAt\":null");
	}

	@Test
	void publishingTakesAnObjectOrNothing() {
		assertThat(http().post("/api/drafts/1/publication", "null").status()).isEqualTo(400);
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(200);
	}

	@Test
	void whatIsHalfDoneCannotBePlanned() {
		http().patch("/api/drafts/1", "{\"title\":\"\"}");
		assertThat(plan(Duration.ofHours(1)).status()).isEqualTo(422);
		assertThat(http().get("/api/drafts/1").json("/draft/publishAt").isNull()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "true", "\"soon\"", "\"2030-01-01\"", "\"2030-01-01T00:00:00\"",
			"\"+10000-01-01T00:00:00Z\"", "\"-0500-01-01T00:00:00Z\"", "\"2030-01-01T24:00:00Z\"", "{}", "[]", "\"\"" })
	void whatIsNoTimeIsPointedAt(String at) {
		Answer answer = http().post("/api/drafts/1/publication", "{\"at\":%s}".formatted(at));
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/at");
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(200);
	}

	/** The post is as old as its publication, not as its draft. */
	@Test
	void publishingUsesTodaysDate() {
		this.clock.pass(Duration.ofDays(100));
		http().post("/api/posts", "{\"title\":\"그사이\",\"content\":\"글\"}");
		this.clock.pass(Duration.ofDays(1));
		String before = this.clock.instant().toString();
		http().post("/api/drafts/1/publication");
		assertThat(http().get("/api/posts/2").json("/post/publishedAt").stringValue()).isGreaterThanOrEqualTo(before);
		assertThat(http().get("/api/posts").json("/posts/0/sequence").intValue()).isEqualTo(2);
	}

}
