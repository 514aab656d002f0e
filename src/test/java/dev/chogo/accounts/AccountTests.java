package dev.chogo.accounts;

import java.util.ArrayList;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** One's own account: what one reads of it, changes in it, and how one leaves. */
@ChogoTest
class AccountTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private Author author;

	private Http http;

	@BeforeEach
	void signUp() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
	}

	@Test
	void accountIsReadWithTotals() {
		this.http.post("/api/drafts", "{\"content\":\"하나\"}");
		this.http.post("/api/drafts", "{\"content\":\"둘\"}");
		this.http.post("/api/posts", "{\"title\":\"셋\",\"content\":\"셋\"}");
		this.http.delete("/api/drafts/1");
		Http.Answer answer = this.http.get("/api/account");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo(
				"{\"success\":true,\"account\":{\"handle\":\"%s\",\"name\":\"\"},\"totals\":{\"drafts\":1,\"posts\":1}}"
					.formatted(this.author.handle()));
		assertThat(answer.field("Cache-Control")).contains("no-store");
		assertThat(this.http.send("HEAD", "/api/account", null, null).status()).isEqualTo(200);
	}

	@Test
	void nameIsChangedAndEmptied() {
		Http.Answer answer = this.http.patch("/api/account", "{\"name\":\"김초고 🌱\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json("/account/name").stringValue()).isEqualTo("김초고 🌱");
		assertThat(name()).isEqualTo("김초고 🌱");
		this.http.patch("/api/account", "{}");
		assertThat(name()).isEqualTo("김초고 🌱");
		this.http.patch("/api/account", "{\"name\":null}");
		assertThat(name()).isEmpty();
	}

	@Test
	void whatCannotBeChangedIsIgnored() {
		Http.Answer answer = this.http.patch("/api/account",
				"{\"handle\":\"another\",\"id\":1,\"totals\":{\"drafts\":9},\"passwordHash\":\"x\",\"createdAt\":\"x\"}");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(this.http.get("/api/account").json("/account/handle").stringValue()).isEqualTo(this.author.handle());
		assertThat(signIn(this.author.password())).isEqualTo(200);
	}

	@Test
	void passwordIsChangedWithTheCurrentOne() {
		Http.Answer answer = this.http.patch("/api/account",
				"{\"password\":\"새로운 비밀번호입니다\",\"currentPassword\":\"%s\"}".formatted(this.author.password()));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(signIn("새로운 비밀번호입니다")).isEqualTo(200);
		assertThat(signIn(this.author.password())).isEqualTo(401);
		assertThat(this.http.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void withoutTheCurrentPasswordNothingIsChanged() {
		Http other = other();
		for (String current : List.of("", ",\"currentPassword\":null", ",\"currentPassword\":\"\"",
				",\"currentPassword\":\"wrong\"", ",\"currentPassword\":\"%s \"".formatted(this.author.password()),
				",\"currentPassword\":\"새로운 비밀번호입니다\"", ",\"current_password\":\"a long enough password\"")) {
			Http.Answer answer = this.http.patch("/api/account",
					"{\"name\":\"남\",\"password\":\"새로운 비밀번호입니다\"%s}".formatted(current));
			assertThat(answer.status()).as(current).isEqualTo(422);
			assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/currentPassword");
		}
		assertThat(name()).isEmpty();
		assertThat(signIn(this.author.password())).isEqualTo(200);
		assertThat(signIn("새로운 비밀번호입니다")).isEqualTo(401);
		assertThat(other.get("/api/account").status()).isEqualTo(200);
	}

	@Test
	void wrongMembersArePointedAt() {
		String current = ",\"currentPassword\":\"%s\"".formatted(this.author.password());
		isPointedAt("/password", "{\"password\":\"1234567\"%s}".formatted(current));
		isPointedAt("/password", "{\"password\":\"%s\"%s}".formatted("🌱".repeat(257), current));
		isPointedAt("/password", "{\"password\":12345678%s}".formatted(current));
		isPointedAt("/password", "{\"password\":\"1234567\\u0000\"%s}".formatted(current));
		isPointedAt("/name", "{\"name\":\"%s\"}".formatted("🌱".repeat(101)));
		isPointedAt("/name", "{\"name\":1}");
		isPointedAt("/name", "{\"name\":\"\\ud83c\"}");
		isPointedAt("/currentPassword", "{\"password\":\"12345678\",\"currentPassword\":true}");
		assertThat(signIn(this.author.password())).isEqualTo(200);
	}

	@Test
	void accountIsDeletedOnlyWithTheCurrentPassword() {
		this.http.post("/api/drafts", "{\"content\":\"글\"}");
		for (String proof : List.of("{}", "{\"currentPassword\":null}", "{\"currentPassword\":\"\"}",
				"{\"currentPassword\":\"wrong\"}", "{\"password\":\"%s\"}".formatted(this.author.password()),
				"{\"currentPassword\":1}", "{\"currentPassword\":[\"%s\"]}".formatted(this.author.password()))) {
			Http.Answer answer = this.http.send("DELETE", "/api/account", "application/json", proof);
			assertThat(answer.status()).as(proof).isEqualTo(422);
			assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/currentPassword");
		}
		assertThat(this.http.delete("/api/account").json("/errors/0/pointer").stringValue())
			.isEqualTo("/currentPassword");
		assertThat(this.http.send("DELETE", "/api/account", "application/json", null).status()).isEqualTo(422);
		assertThat(this.http.get("/api/account").json("/totals/drafts").intValue()).isEqualTo(1);
	}

	@Test
	void nothingIsLeftOfWhoLeavesAndOthersLoseNothing() {
		Author other = Author.signedUp(this.port);
		long id = write(this.author);
		long others = write(other);
		List<String> before = rows(others);
		List<String> read = read(other.http());
		Http browser = other();
		String refreshToken = new Http(this.port).post("/api/tokens", credentials(this.author.password()))
			.json("/refreshToken")
			.stringValue();
		Http.Answer answer = this.http.send("DELETE", "/api/account", "application/json",
				"{\"currentPassword\":\"%s\"}".formatted(this.author.password()));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).isEqualTo("{\"success\":true}");
		assertThat(rows(id)).allMatch((it) -> it.endsWith(": 0"));
		for (Http ended : List.of(this.http, browser)) {
			assertThat(ended.get("/api/account").status()).isEqualTo(401);
			assertThat(ended.post("/api/drafts", "{\"content\":\"늦은 글\"}").status()).isEqualTo(401);
		}
		assertThat(new Http(this.port).post("/api/tokens/refresh", "{\"refreshToken\":\"%s\"}".formatted(refreshToken))
			.status()).isEqualTo(401);
		assertThat(signIn(this.author.password())).isEqualTo(401);
		assertThat(new Http(this.port).get("/@%s/".formatted(this.author.handle())).status()).isEqualTo(404);
		assertThat(rows(others)).isEqualTo(before);
		assertThat(read(other.http())).isEqualTo(read);
		assertThat(this.database.queryForObject(
				"select count(*) from login where ended_at is null and account not in (select id from account)",
				Long.class))
			.isZero();
	}

	@Test
	void handleOfWhoLeftIsFreeForAnotherWhoGetsNothingOfIt() {
		write(this.author);
		this.http.send("DELETE", "/api/account", "application/json",
				"{\"currentPassword\":\"%s\"}".formatted(this.author.password()));
		Http nobody = new Http(this.port);
		assertThat(nobody.post("/api/accounts", credentials("quite another one")).status()).isEqualTo(201);
		Http heir = nobody.with("Authorization", "Bearer "
				+ nobody.post("/api/tokens", credentials("quite another one")).json("/accessToken").stringValue());
		assertThat(heir.get("/api/account").json("/totals/drafts").intValue()).isZero();
		assertThat(heir.get("/api/drafts/1").status()).isEqualTo(404);
		assertThat(heir.get("/api/blog").body()).doesNotContain("내 블로그");
		assertThat(heir.with("Idempotency-Key", "first").post("/api/drafts", "{\"content\":\"글\"}").status())
			.isEqualTo(201);
		assertThat(this.http.get("/api/account").status()).isEqualTo(401);
	}

	/** Writes something of every kind; gives the author's number. */
	private long write(Author author) {
		Http writer = author.http();
		writer.with("Idempotency-Key", "first").post("/api/drafts", "{\"content\":\"글\"}");
		writer.patch("/api/drafts/1", "{\"content\":\"고친 글\"}");
		writer.post("/api/drafts", "{\"title\":\"지울 글\"}");
		writer.delete("/api/drafts/2");
		writer.post("/api/posts", "{\"title\":\"제목\",\"content\":\"글\"}");
		writer.post("/api/posts/1/draft");
		writer.post("/api/drafts", "{\"title\":\"펴낼 글\",\"content\":\"글\"}");
		writer.post("/api/drafts/4/publication");
		writer.patch("/api/blog", "{\"title\":\"내 블로그\"}");
		long id = this.database.queryForObject("select id from account where handle = ?", Long.class, author.handle());
		assertThat(rows(id)).hasSizeGreaterThanOrEqualTo(7).noneMatch((it) -> it.endsWith(": 0"));
		return id;
	}

	/**
	 * How many rows each table has of an author; every table that has a column for one.
	 */
	private List<String> rows(long author) {
		List<String> rows = new ArrayList<>();
		for (String table : this.database.queryForList(
				"select table_name from information_schema.columns where lower(column_name) = 'author' and lower(table_schema) = 'public' order by 1",
				String.class)) {
			rows.add("%s: %d".formatted(table, this.database
				.queryForObject("select count(*) from %s where author = ?".formatted(table), Long.class, author)));
		}
		rows.add("account: "
				+ this.database.queryForObject("select count(*) from account where id = ?", Long.class, author));
		return rows;
	}

	private static List<String> read(Http http) {
		return List.of(http.get("/api/drafts").body(), http.get("/api/posts").body(), http.get("/api/blog").body(),
				http.get("/api/account").body(), http.get("/api/drafts/1").body());
	}

	private void isPointedAt(String pointer, String patch) {
		Http.Answer answer = this.http.patch("/api/account", patch);
		assertThat(answer.status()).as(patch).isEqualTo(422);
		assertThat(answer.json("/errors/0/pointer").stringValue()).as(patch).isEqualTo(pointer);
	}

	private String name() {
		return this.http.get("/api/account").json("/account/name").stringValue();
	}

	private String credentials(String password) {
		return "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(), password);
	}

	private int signIn(String password) {
		return new Http(this.port).post("/api/session", credentials(password)).status();
	}

	/** The author in a browser. */
	private Http other() {
		Http nobody = new Http(this.port);
		return nobody.with("Cookie",
				nobody.post("/api/session", credentials(this.author.password())).field("Set-Cookie").split(";", 2)[0]);
	}

}
