package dev.chogo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.accounts.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** An author can take along what is theirs, and nothing else. */
@ChogoTest
class ExportTests {

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private Exports exports;

	@Autowired
	private JdbcClient database;

	private Author author;

	@BeforeEach
	void write() {
		this.author = Author.signedUp(this.port);
		this.author.http().post("/api/drafts", "{\"title\":\"내 글\",\"content\":\"하나\"}");
		this.author.http()
			.post("/api/posts",
					"{\"title\":\"내 글\",\"content\":\"둘\",\"visibility\":\"protected\",\"password\":\"x\"}");
		Author.signedUp(this.port).http().post("/api/drafts", "{\"title\":\"남의 글\",\"content\":\"하나\"}");
	}

	private HttpResponse<Path> export() throws IOException, InterruptedException {
		String token = this.author.http()
			.post("/api/tokens",
					"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(), this.author.password()))
			.json("/accessToken")
			.stringValue();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/api/account/export".formatted(this.port)))
				.header("Authorization", "Bearer " + token)
				.build(), BodyHandlers.ofFile(this.folder.resolve("export.zip")));
	}

	@Test
	void whatIsOnesOwnIsInIt() throws Exception {
		HttpResponse<Path> answer = export();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
		assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
			.matches("attachment; filename=\"chogo-%s-\\d{4}-\\d\\d-\\d\\d\\.zip\"".formatted(this.author.handle()));
		String folder = "@%s/".formatted(this.author.handle());
		try (ZipFile zip = new ZipFile(answer.body().toFile())) {
			assertThat(zip.stream().map(Object::toString)).containsExactlyInAnyOrder(folder + "account.json",
					folder + "drafts/0001 내 글.md", folder + "posts/0001 내 글.md", "README.txt", "backup.json",
					"SHA256SUMS");
			try (InputStream post = zip.getInputStream(zip.getEntry(folder + "posts/0001 내 글.md"))) {
				assertThat(post).asString(java.nio.charset.StandardCharsets.UTF_8).doesNotContain("$argon2");
			}
		}
	}

	@Test
	void itIsABackupOfOne() throws Exception {
		Store store = Store.fresh();
		assertThat(store.run("restore", export().body().toString()).code()).isZero();
		NewPasswords.give(store, this.author.handle(), this.author.password());
		try (ConfigurableApplicationContext service = store.start()) {
			Http nobody = new Http(Store.port(service));
			String token = nobody
				.post("/api/tokens",
						"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(),
								this.author.password()))
				.json("/accessToken")
				.stringValue();
			Http http = nobody.with("Authorization", "Bearer " + token);
			assertThat(http.get("/api/drafts/1").body()).isEqualTo(this.author.http().get("/api/drafts/1").body());
		}
	}

	@Test
	void strangersGetNone() {
		assertThat(new Http(this.port).get("/api/account/export").status()).isEqualTo(401);
	}

	@Test
	void onlyOneAtATimeIsMadeForOneAuthorAndNothingIsLeftOfIt() throws IOException {
		AccountId id = new AccountId(this.database.sql("select id from account where handle = ?")
			.param(this.author.handle())
			.query(Long.class)
			.single());
		List<String> before = temporary();
		try (InputStream first = this.exports.of(id)) {
			assertThat(first.read()).isEqualTo('P');
			Http.Answer second = this.author.http().get("/api/account/export");
			assertThat(second.status()).isEqualTo(409);
			assertThat(second.json("/type").stringValue()).isEqualTo("/problems/export-under-way");
			assertThat(second.field("Retry-After")).isEqualTo("5");
		}
		assertThat(this.author.http().get("/api/account/export").status()).isEqualTo(200);
		assertThat(temporary()).isEqualTo(before);
	}

	private static List<String> temporary() throws IOException {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
			return files.map(Path::toString).filter((file) -> file.contains("chogo-export-")).sorted().toList();
		}
	}

}
