package dev.chogo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What is backed up while the service runs comes back as it was. */
@ChogoTest
@TestPropertySource(properties = "spring.application.name=chogo-backup")
class BackupTests {

	/** Each is a title and a content that something could stumble over. */
	private static final List<String> ODD = List.of("---\nkind: \"post\"\n---\n", "\r\nCRLF\r\n\rCR\n", "",
			"\u1112\u1161\u11ab\u1100\u1173\u11af NFD", "👩‍🚀".repeat(60), "-->\n<!--\n--><meta charset=\"utf-8\">\n",
			"\ufeff\u2028\u2029\u0085\u0001\u200b\uffff", "CON: a/b\\c*?\"<>|. ", "'{[&*!%@`#yes null 1e3 ~");

	private static final JsonMapper json = new JsonMapper();

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Autowired
	private Environment environment;

	@Autowired
	private JdbcClient database;

	private Author author;

	private Http http;

	@BeforeEach
	void write() {
		this.author = Author.signedUp(this.port);
		this.http = this.author.http();
		this.http.patch("/api/account", "{\"name\":\"김초고 ✍️\"}");
		this.http.patch("/api/blog", "{\"title\":\"서랍\",\"timeZone\":\"Europe/Berlin\"}");
		ODD.forEach((odd) -> save(form().put("title", short200(odd)).put("content", odd + "글" + odd)));
		save(form().put("content", "가".repeat(2 * 1024 * 1024 / 3)));
		save(form().put("title", "html").put("format", "html").put("content", "---\n<script>1</script>\r\n"));
		inTheTrash();
		published();
		ofAPost();
		thinned();
	}

	private void inTheTrash() {
		this.http.delete("/api/drafts/2");
		this.http.post("/api/posts", form().put("title", "버린 글").put("content", "하나").toString());
		this.http.delete("/api/posts/1");
		save(form().put("title", "없어질 마지막 번호"));
		this.http.delete("/api/drafts/12");
		this.http.delete("/api/drafts/trash/12");
	}

	private void published() {
		this.http.post("/api/drafts/1/publication", "{\"at\":\"2999-01-01T00:00:00Z\"}");
		save(form().put("title", "발행할 글").put("content", "처음").put("category", "개발/자바"));
		this.http.post("/api/drafts/13/publication");
	}

	private void ofAPost() {
		this.http.post("/api/posts/2/draft");
		this.http.patch("/api/drafts/14", "{\"content\":\"둘째\"}");
		this.http.post("/api/drafts/14/publication");
		this.http.post("/api/posts/2/draft");
		this.http.patch("/api/drafts/15", "{\"tags\":[\"---\",\"\\n\",\"한글\"]}");
		this.http.post("/api/posts",
				form().put("title", "비밀 글")
					.put("content", "비밀")
					.put("visibility", "protected")
					.put("password", "열려라")
					.toString());
	}

	/** Versions that age has taken, as far as anybody can see. */
	private void thinned() {
		for (int version = 2; version <= 6; version++) {
			this.http.patch("/api/drafts/3", "{\"content\":\"%d\",\"explicit\":%s}".formatted(version, version == 5));
		}
		this.database.sql("""
				delete from draft_version where version in (2, 3) and sequence = 3
				and author = (select id from account where handle = ?)""").param(this.author.handle()).update();
	}

	private void save(ObjectNode form) {
		assertThat(this.http.post("/api/drafts", form.toString()).status()).isEqualTo(201);
	}

	private static ObjectNode form() {
		return json.createObjectNode();
	}

	private static String short200(String title) {
		return title.substring(0, title.offsetByCodePoints(0, Math.min(200, title.codePointCount(0, title.length()))));
	}

	private Path backup(String... options) {
		Path file = this.folder.resolve("backup.zip");
		String[] words = new String[options.length + 2];
		words[0] = "backup";
		words[1] = file.toString();
		System.arraycopy(options, 0, words, 2, options.length);
		Store.Said said = Store.of(this.environment).run(words);
		assertThat(said.code()).as(said.text()).isZero();
		assertThat(said.text()).contains("read back whole");
		return file;
	}

	@Test
	void everythingComesBackAsItWas() throws IOException {
		Map<String, String> before = Everything.of(this.http);
		Path file = backup("--with-passwords");
		Store store = Store.fresh();
		Store.Said said = store.run("restore", file.toString());
		assertThat(said.text()).contains("all fits together").doesNotContain("private now", "Nobody can sign in");
		assertThat(said.code()).isZero();
		try (ConfigurableApplicationContext service = store.start()) {
			Http restored = signedIn(service, this.author.password());
			assertThat(Everything.of(restored)).isEqualTo(before);
			assertThat(restored.post("/api/drafts", "{\"title\":\"다음\"}").field("Location"))
				.isEqualTo("/api/drafts/16");
			assertThat(restored.post("/api/posts", "{\"title\":\"다음\",\"content\":\"글\"}").field("Location"))
				.isEqualTo("/api/posts/4");
			assertThat(store.run("backup", this.folder.resolve("again.zip").toString()).code()).isZero();
		}
	}

	private Http signedIn(ConfigurableApplicationContext service, String password) {
		Http nobody = new Http(Store.port(service));
		Http.Answer tokens = nobody.post("/api/tokens",
				"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(), password));
		assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
		return nobody.with("Authorization", "Bearer " + tokens.json("/accessToken").stringValue());
	}

	@Test
	void filesAreThereForPeopleToo() throws IOException {
		Map<String, String> files = files(backup());
		String folder = "@%s/".formatted(this.author.handle());
		assertThat(files.get(folder + "posts/0002 발행할 글.md")).startsWith("---\n")
			.contains("\ntitle: \"발행할 글\"\n", "\ncategory: \"개발/자바\"\n")
			.endsWith("\n---\n둘째");
		assertThat(files.get(folder + "posts/versions/0002.jsonl")).contains("\"content\":\"처음\"");
		assertThat(files.get(folder + "trash/posts/0001 버린 글.md")).endsWith("\n---\n하나");
		assertThat(files.get(folder + "drafts/0011 html.html")).startsWith("<!--\n")
			.endsWith("\n--><meta charset=\"utf-8\">\n---\n<script>1</script>\r\n");
		assertThat(files.get(folder + "account.json")).contains("\"김초고 ✍️\"", "\"Europe/Berlin\"");
		assertThat(files.get("README.txt")).contains("restore");
	}

	private static Map<String, String> files(Path archive) throws IOException {
		Map<String, String> files = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(archive.toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				try (InputStream content = zip.getInputStream(entry)) {
					files.put(entry.getName(), new String(content.readAllBytes(), UTF_8));
				}
			}
		}
		return files;
	}

	@Test
	void passwordsAreInItOnlyWhenAskedFor() throws IOException {
		assertThat(files(backup()).values()).noneMatch((file) -> file.contains("$argon2"));
		Files.delete(this.folder.resolve("backup.zip"));
		Map<String, String> files = files(backup("--with-passwords"));
		String folder = "@%s/".formatted(this.author.handle());
		assertThat(files.get(folder + "account.json")).contains("$argon2");
		assertThat(files.get(folder + "posts/0003 비밀 글.md")).contains("passwordHash: \"$argon2");
	}

	@Test
	void withoutPasswordsNobodyGetsInAndNothingIsOpened() {
		Store store = Store.fresh();
		Store.Said said = store.run("restore", backup().toString());
		assertThat(said.text()).contains("post 3 of %s is private now".formatted(this.author.handle()),
				"Nobody can sign in yet");
		try (ConfigurableApplicationContext service = store.start()) {
			Http nobody = new Http(Store.port(service));
			assertThat(nobody
				.post("/api/session",
						"{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(this.author.handle(),
								this.author.password()))
				.status()).isEqualTo(401);
			assertThat(nobody.get("/@%s/".formatted(this.author.handle())).body()).contains("발행할 글")
				.doesNotContain("비밀 글");
		}
		assertThat(NewPasswords.give(store, this.author.handle(), "새 비밀번호 여덟").code()).isZero();
		try (ConfigurableApplicationContext service = store.start()) {
			Http http = signedIn(service, "새 비밀번호 여덟");
			assertThat(http.get("/api/posts/3").json("/post/visibility").stringValue()).isEqualTo("private");
		}
	}

	@Test
	void noKeyLoginOrAnswerIsInIt() throws IOException {
		this.http.with("Idempotency-Key", "a-key-of-mine").post("/api/drafts", "{\"title\":\"한 번\"}");
		String login = this.database.sql("select max(id) from login").query(String.class).single();
		assertThat(files(backup("--with-passwords")).values())
			.noneMatch((file) -> file.contains("a-key-of-mine") || file.contains(login));
	}

	@Test
	void aStoreThatIsNotEmptyIsLeftAlone() {
		Path file = backup();
		Map<String, String> before = Everything.of(this.http);
		Store other = Store.fresh();
		try (ConfigurableApplicationContext service = other.start()) {
			Author.signedUp(Store.port(service));
		}
		Store.Said said = other.run("restore", file.toString());
		assertThat(said.code()).isEqualTo(1);
		assertThat(said.text()).contains("The store is not empty");
		assertThat(other.run("check").text()).contains("1 author, 0 drafts, 0 posts");
		assertThat(Everything.of(this.http)).isEqualTo(before);
	}

	@Test
	void aFileThatIsThereIsNotWrittenOver() throws IOException {
		Path file = Files.writeString(this.folder.resolve("backup.zip"), "mine");
		Store.Said said = Store.of(this.environment).run("backup", file.toString());
		assertThat(said.code()).isEqualTo(1);
		assertThat(said.text()).contains("is there already");
		assertThat(file).hasContent("mine");
		assertThat(this.folder).isDirectoryContaining((it) -> it.equals(file));
	}

}
