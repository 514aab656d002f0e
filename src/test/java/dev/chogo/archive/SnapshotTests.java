package dev.chogo.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A backup is of one moment, whatever is written while it is made. */
@ChogoTest
class SnapshotTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Snapshot snapshot;

	@Autowired
	private StoreReader store;

	@Autowired
	private JdbcClient database;

	@Test
	void whatIsWrittenMeanwhileIsNotTold() throws IOException {
		Author author = Author.signedUp(this.port);
		for (String title : List.of("하나", "둘", "셋")) {
			author.http().post("/api/drafts", "{\"title\":\"%s\",\"content\":\"글\"}".formatted(title));
		}
		AccountId id = new AccountId(this.database.sql("select id from account where handle = ?")
			.param(author.handle())
			.query(Long.class)
			.single());
		Meddler told = new Meddler(author.http());
		this.snapshot.of(() -> {
			this.store.tell(id, told);
			return told;
		});
		assertThat(told.texts).containsExactly("draft 1 version 1: 글", "draft 2 version 1: 글", "draft 3 version 1: 글");
		assertThat(author.http().get("/api/account").body()).contains("\"drafts\":2", "\"posts\":1");
	}

	/** Writes as soon as it is told something. */
	private static final class Meddler implements Recipient {

		private final Http http;

		private final List<String> texts = new ArrayList<>();

		Meddler(Http http) {
			this.http = http;
		}

		@Override
		public void author(dev.chogo.archive.Author author) {
			done(this.http.post("/api/drafts", "{\"title\":\"넷\",\"content\":\"글\"}"));
			done(this.http.patch("/api/drafts/1", "{\"content\":\"다른 글\"}"));
		}

		@Override
		public void text(Front front, String content) {
			if (front.kind() == Kind.DRAFT && front.sequence() == 1) {
				done(this.http.post("/api/drafts/2/publication"));
				done(this.http.delete("/api/drafts/3"));
			}
			this.texts.add("%s version %d: %s%s".formatted(front, front.state().version(), content,
					(front.deletedAt() != null) ? ", deleted" : ""));
		}

		@Override
		public void version(Version version) {
			this.texts.add("older: " + version.content());
		}

		private static void done(Http.Answer answer) {
			assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
		}

	}

}
