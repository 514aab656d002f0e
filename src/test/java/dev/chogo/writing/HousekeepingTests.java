package dev.chogo.writing;

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
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** What time does to versions and to the trash. */
@MovedClockTest
class HousekeepingTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Housekeeping housekeeping;

	@Autowired
	private MovedClock clock;

	@Autowired
	private JdbcTemplate database;

	private Author author;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
	}

	private Http http() {
		this.author = this.author.again();
		return this.author.http();
	}

	private List<String> kept() {
		return http().get("/api/drafts/1/versions?limit=100").json("/versions").findValuesAsString("kept");
	}

	/** Forty words a minute, saved each time the hands rest. */
	@Test
	void sevenHundredWordsLeaveFewVersions() {
		http().post("/api/drafts", "{\"title\":\"칠백 단어\"}");
		StringBuilder text = new StringBuilder();
		for (int word = 1; word <= 700; word++) {
			text.append("단어").append(word).append(' ');
			this.clock.pass(Duration.ofMillis(1_500));
			if (word % 4 == 0) {
				assertThat(http().patch("/api/drafts/1", "{\"content\":\"%s\"}".formatted(text)).status())
					.isEqualTo(200);
			}
		}
		assertThat(http().get("/api/drafts/1/versions").json("/total").intValue()).isEqualTo(176);
		this.clock.pass(Duration.ofMinutes(61));
		this.housekeeping.thin();
		assertThat(http().get("/api/drafts/1/versions").json("/total").intValue()).isBetween(17, 20);
		assertThat(http().get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo(text.toString());
		this.clock.pass(Duration.ofDays(2));
		this.housekeeping.thin();
		assertThat(kept()).hasSizeBetween(1, 2).containsOnly("hour");
		this.clock.pass(Duration.ofDays(31));
		this.housekeeping.thin();
		assertThat(kept()).hasSizeBetween(1, 2).containsOnly("day");
		this.clock.pass(Duration.ofDays(1000));
		this.housekeeping.thin();
		assertThat(kept()).hasSizeBetween(1, 2).containsOnly("day");
	}

	@Test
	void whatMattersOutlivesAllAges() {
		http().post("/api/drafts", "{\"title\":\"글\",\"content\":\"%s\"}".formatted("길다 ".repeat(100)));
		http().patch("/api/drafts/1", "{\"content\":\"짧다\"}");
		http().patch("/api/drafts/1", "{\"content\":\"짧지 않다\"}");
		http().patch("/api/drafts/1", "{\"content\":\"눌렀다\",\"explicit\":true}");
		http().patch("/api/drafts/1", "{\"content\":\"덧붙였다\"}");
		http().post("/api/drafts/1/versions/2/restoration");
		http().patch("/api/drafts/1", "{\"content\":\"끝\"}");
		this.clock.pass(Duration.ofDays(500));
		this.housekeeping.thin();
		assertThat(kept()).containsExactly("day", "restored", "explicit", "large-deletion");
		assertThat(http().get("/api/drafts/1/versions/1").json("/version/content").stringValue()).startsWith("길다 길다");
		assertThat(http().get("/api/drafts/1/versions/2").status()).isEqualTo(404);
	}

	@Test
	void anHourOfTypingTwentyKilobytesLeavesFourMegabytesAtMost() {
		http().post("/api/drafts", "{\"title\":\"글\"}");
		StringBuilder text = new StringBuilder();
		for (int word = 0; text.length() < 6_600; word++) {
			text.append(Integer.toString(word * 7919, 36)).append("번째 말은 서로 다르다 ");
		}
		for (int save = 0; save < 360; save++) {
			this.clock.pass(Duration.ofSeconds(10));
			http().patch("/api/drafts/1", "{\"content\":\"%s%d\"}".formatted(text, save));
		}
		this.clock.pass(Duration.ofHours(2));
		this.housekeeping.thin();
		Long bytes = this.database
			.queryForObject(
					"select sum(octet_length(content)) + 200 * count(*) from draft_version "
							+ "where author = (select id from account where handle = ?)",
					Long.class, this.author.handle());
		assertThat(bytes).isBetween(100_000L, 4_000_000L);
	}

	@Test
	void theTrashIsEmptiedByAge() {
		http().post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		http().post("/api/drafts", "{\"title\":\"둘\",\"content\":\"글\"}");
		http().post("/api/drafts/2/publication");
		http().post("/api/posts", "{\"title\":\"셋\",\"content\":\"글\"}");
		http().delete("/api/drafts/1");
		http().delete("/api/posts/2");
		this.clock.pass(Duration.ofDays(29));
		this.housekeeping.emptyTrash();
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(410);
		this.clock.pass(Duration.ofDays(2));
		assertThat(http().get("/api/drafts/1").status()).isEqualTo(404);
		assertThat(http().get("/api/drafts/trash").json("/total").intValue()).isZero();
		assertThat(http().post("/api/drafts/trash/1/restoration").status()).isEqualTo(404);
		this.housekeeping.emptyTrash();
		assertThat(rows("draft")).isEqualTo(1);
		assertThat(rows("draft_version")).isEqualTo(1);
		assertThat(rows("post")).isEqualTo(1);
		assertThat(http().get("/api/drafts/2").status()).isEqualTo(410);
		assertThat(http().post("/api/drafts", "{\"title\":\"셋\"}").field("Location")).isEqualTo("/api/drafts/3");
	}

	private Long rows(String table) {
		return this.database.queryForObject(
				"select count(*) from %s where author = (select id from account where handle = ?)".formatted(table),
				Long.class, this.author.handle());
	}

}
