package dev.chogo.store;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a crash could leave half done, done by hand, is repaired before the first request.
 */
@ChogoTest
@Tag("h2")
class TornWriteTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcClient database;

	@Autowired
	private CleanStop start;

	private Http http;

	private long author;

	@BeforeEach
	void signUp() {
		Author author = Author.signedUp(this.port);
		this.http = author.http();
		this.author = this.database.sql("select id from account where handle = ?")
			.param(author.handle())
			.query(Long.class)
			.single();
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
		this.http.patch("/api/drafts/1", "{\"content\":\"둘째 글\",\"tags\":[\"가\"]}");
	}

	private void tear(String sql) {
		assertThat(this.database.sql(sql).param(this.author).update()).isEqualTo(1);
	}

	private void restartAfterACrash() {
		// CleanStop holds "clean = false" as long as the service runs, as it does when it
		// is killed.
		this.start.start();
	}

	@Test
	void aDraftWithoutItsSaveBecomesTheNewestWholeSave() {
		tear("delete from draft_version where author = ? and version = 2");
		restartAfterACrash();
		assertThat(this.http.get("/api/drafts/1").body()).contains("\"content\":\"첫 글\"")
			.contains("\"tags\":[]")
			.contains("\"version\":1");
		assertThat(this.http.patch("/api/drafts/1", "{\"content\":\"셋째\"}").field("Chogo-Version")).isEqualTo("2");
	}

	@Test
	void aClockThatWasSetBackHidesNoTear() {
		this.database.sql("update store_state set checked_at = dateadd(hour, 1, checked_at)").update();
		tear("delete from draft_version where author = ? and version = 2");
		restartAfterACrash();
		assertThat(this.http.get("/api/drafts/1").body()).contains("\"content\":\"첫 글\"");
	}

	@Test
	void aDraftBehindItsSaveCatchesUp() {
		tear("update draft set version = 1, title = 'alt', digest = x'00' where author = ?");
		restartAfterACrash();
		assertThat(this.http.get("/api/drafts/1").body()).contains("\"title\":\"하나\"")
			.contains("\"content\":\"둘째 글\"")
			.contains("\"version\":2");
		assertThat(this.http.patch("/api/drafts/1", "{\"content\":\"셋째\"}").field("Chogo-Version")).isEqualTo("3");
	}

	@Test
	void aDraftThatNeverHadASaveWasNeverSent() {
		this.http.post("/api/drafts", "{\"title\":\"둘\"}");
		tear("delete from draft_version where author = ? and sequence = 2");
		restartAfterACrash();
		assertThat(this.http.get("/api/drafts/2").status()).isEqualTo(404);
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
	}

	@Test
	void aTallyIsCountedAnewAndNumbersStayGiven() {
		tear("update tally set drafts = 7, last_draft = 0 where author = ?");
		restartAfterACrash();
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
		assertThat(this.http.post("/api/drafts", "{\"title\":\"둘\"}").field("Location")).isEqualTo("/api/drafts/2");
	}

}
