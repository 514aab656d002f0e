package dev.chogo.events;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Other tabs and devices hear what changed. */
@ChogoTest
class EventTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private Streams streams;

	private Author author;

	private Http http;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
	}

	private Listener listener(String... more) throws Exception {
		String[] fields = { "Authorization", "Bearer " + token(), "Accept", "text/event-stream" };
		String[] all = Arrays.copyOf(fields, fields.length + more.length);
		System.arraycopy(more, 0, all, fields.length, more.length);
		return new Listener(this.port, all);
	}

	private String token() {
		return this.author.nobody()
			.post("/api/tokens",
					"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(), this.author.password()))
			.json("/accessToken")
			.stringValue();
	}

	@Test
	void whatHappensIsToldInOrder() throws Exception {
		try (Listener listener = listener()) {
			assertThat(listener.status()).isEqualTo(200);
			assertThat(listener.field("Content-Type")).startsWith("text/event-stream");
			assertThat(listener.field("Cache-Control")).contains("no-store");
			this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"하나 둘 셋\"}");
			this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 삼\"}");
			this.http.patch("/api/drafts/1", "{\"content\":\"하나 둘 three\",\"baseVersion\":1}");
			this.http.post("/api/drafts/1/versions/1/restoration");
			this.http.delete("/api/drafts/1");
			this.http.post("/api/drafts/trash/1/restoration");
			this.http.post("/api/drafts/1/publication");
			this.http.delete("/api/drafts/1/publication");
			List<String> told = new ArrayList<>();
			for (int n = 0; n < 10; n++) {
				told.add(listener.next());
			}
			assertThat(told).containsExactly("draft {\"sequence\":1,\"version\":1,\"change\":\"saved\"}",
					"draft {\"sequence\":1,\"version\":2,\"change\":\"saved\"}",
					"draft {\"sequence\":2,\"version\":1,\"change\":\"forked\"}",
					"draft {\"sequence\":1,\"version\":3,\"change\":\"restored\"}",
					"draft {\"sequence\":1,\"version\":3,\"change\":\"deleted\"}",
					"draft {\"sequence\":1,\"version\":3,\"change\":\"restored\"}",
					"post {\"sequence\":1,\"version\":1,\"change\":\"published\"}",
					"draft {\"sequence\":1,\"version\":3,\"change\":\"published\"}",
					"post {\"sequence\":1,\"version\":1,\"change\":\"deleted\"}",
					"draft {\"sequence\":1,\"version\":3,\"change\":\"restored\"}");
		}
	}

	@Test
	void nobodyHearsWhatOthersDo() throws Exception {
		Author other = Author.signedUp(this.port);
		try (Listener listener = listener()) {
			other.http().post("/api/drafts", "{\"title\":\"남의 글\"}");
			this.http.post("/api/drafts", "{\"title\":\"내 글\"}");
			this.http.patch("/api/drafts/1", "{\"title\":\"내 글 둘\"}");
			assertThat(listener.next()).contains("\"version\":1");
			assertThat(listener.next()).contains("\"version\":2");
		}
	}

	@Test
	void whoReturnsHearsWhatWasMissed() throws Exception {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		this.http.patch("/api/drafts/1", "{\"title\":\"셋\"}");
		try (Listener listener = listener("Last-Event-ID", "1")) {
			assertThat(listener.nextId()).isEqualTo("1");
			assertThat(listener.nextId()).isEqualTo("2");
			assertThat(listener.next()).endsWith("\"version\":2,\"change\":\"saved\"}");
			assertThat(listener.next()).endsWith("\"version\":3,\"change\":\"saved\"}");
		}
	}

	@Test
	void whoWasCutOffBeforeTheFirstEventHearsItToo() throws Exception {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		String began;
		try (Listener listener = listener()) {
			began = listener.nextId();
		}
		this.http.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		try (Listener listener = listener("Last-Event-ID", began)) {
			assertThat(listener.next()).endsWith("\"version\":2,\"change\":\"saved\"}");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "4", "-1", "abc", "1.0", "01", "99999999999999999999" })
	void anUnknownEventIsAnsweredWithReset(String last) throws Exception {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		try (Listener listener = listener("Last-Event-ID", last)) {
			assertThat(listener.next()).startsWith("reset");
			this.http.patch("/api/drafts/1", "{\"title\":\"셋\"}");
			assertThat(listener.next()).endsWith("\"version\":3,\"change\":\"saved\"}");
		}
	}

	@Test
	void whatIsNotWrittenDownAnyMoreIsAnsweredWithReset() throws Exception {
		this.http.post("/api/drafts", "{\"title\":\"하나\"}");
		this.http.patch("/api/drafts/1", "{\"title\":\"둘\"}");
		this.database.update("delete from journal where author = (select id from account where handle = ?)",
				this.author.handle());
		try (Listener listener = listener("Last-Event-ID", "1")) {
			assertThat(listener.next()).startsWith("reset");
		}
		try (Listener listener = listener("Last-Event-ID", "2")) {
			this.http.patch("/api/drafts/1", "{\"title\":\"셋\"}");
			assertThat(listener.next()).endsWith("\"version\":3,\"change\":\"saved\"}");
		}
	}

	@Test
	void signingOutEndsIt() throws Exception {
		String cookie = this.author.nobody()
			.post("/api/session",
					"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(), this.author.password()))
			.field("Set-Cookie")
			.split(";", 2)[0];
		try (Listener listener = new Listener(this.port, "Cookie", cookie)) {
			assertThat(listener.status()).isEqualTo(200);
			this.author.nobody().with("Cookie", cookie).delete("/api/session");
			assertThat(listener.ends()).isTrue();
		}
	}

	@Test
	void stoppingEndsIt() throws Exception {
		try (Listener listener = listener()) {
			this.streams.stop();
			assertThat(listener.ends()).isTrue();
		}
		finally {
			this.streams.start();
		}
	}

	@Test
	void theOldestOfTooManyMakesRoom() throws Exception {
		List<Listener> listeners = new ArrayList<>();
		try {
			for (int n = 0; n < 33; n++) {
				listeners.add(listener());
			}
			assertThat(listeners.get(0).ends()).isTrue();
			this.http.post("/api/drafts", "{\"title\":\"하나\"}");
			assertThat(listeners.get(1).next()).contains("saved");
			assertThat(listeners.get(32).next()).contains("saved");
		}
		finally {
			for (Listener listener : listeners) {
				listener.close();
			}
		}
	}

	@Test
	void headIsAnsweredAtOnceAndOthersAreRefused() {
		assertThat(this.http.send("HEAD", "/api/events", null, null).status()).isEqualTo(200);
		assertThat(this.http.send("HEAD", "/api/events", null, null).field("Content-Type"))
			.startsWith("text/event-stream");
		assertThat(this.http.with("Accept", "application/json").get("/api/events").status()).isEqualTo(406);
		assertThat(this.author.nobody().get("/api/events").status()).isEqualTo(401);
		assertThat(this.http.post("/api/events", "{}").status()).isEqualTo(405);
	}

}
