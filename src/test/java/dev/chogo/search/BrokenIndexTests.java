package dev.chogo.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.chogo.ChogoApplication;
import dev.chogo.Http;
import dev.chogo.TestDatabase;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever becomes of the index, the store answers. */
@Tag("h2")
class BrokenIndexTests {

	private static final String KIM = "{\"handle\":\"kim\",\"password\":\"a long enough password\"}";

	private static final List<String> LISTS = List.of("/api/drafts", "/api/posts", "/api/drafts/trash",
			"/api/posts/trash");

	private Path data;

	private Path folder;

	@BeforeEach
	void write() {
		this.data = TestDatabase.folder();
		this.folder = this.data.resolve("index");
	}

	private ConfigurableApplicationContext start() {
		return SpringApplication.run(ChogoApplication.class, "--server.port=0", "--chogo.data=" + this.data,
				"--spring.main.banner-mode=off", "--logging.level.root=error");
	}

	private static Http signedUp(ConfigurableApplicationContext service) {
		Http http = new Http(port(service));
		assertThat(http.post("/api/accounts", KIM).status()).isEqualTo(201);
		return signedIn(service);
	}

	private static Http signedIn(ConfigurableApplicationContext service) {
		Http http = new Http(port(service));
		return http.with("Authorization", "Bearer " + http.post("/api/tokens", KIM).json("/accessToken").stringValue());
	}

	private static int port(ConfigurableApplicationContext service) {
		return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private static void writeEverywhere(Http http) {
		http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"숲으로\"}");
		http.post("/api/drafts", "{\"title\":\"둘\",\"content\":\"숲으로\"}");
		http.post("/api/posts", "{\"title\":\"하나\",\"content\":\"숲으로\"}");
		http.post("/api/posts", "{\"title\":\"둘\",\"content\":\"숲으로\"}");
		http.delete("/api/drafts/2");
		http.delete("/api/posts/2");
	}

	private static int found(Http http) {
		return http.get("/api/search?q=숲으").json("/total").intValue();
	}

	private static void assertListsFind(Http http) {
		for (String list : LISTS) {
			Http.Answer answer = http.get(list + "?q=숲으");
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.json(list.contains("drafts") ? "/drafts" : "/posts")).hasSize(1);
		}
	}

	private void spoil() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.filter((it) -> !it.endsWith("write.lock")).toList()) {
				Files.writeString(file, "spoilt");
			}
		}
	}

	private void remove() throws IOException {
		try (Stream<Path> files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(this.folder);
	}

	@Test
	void aRestartKeepsWhatWasRead() throws IOException {
		long commit;
		try (ConfigurableApplicationContext service = start()) {
			Http http = signedUp(service);
			writeEverywhere(http);
			assertThat(found(http)).isEqualTo(4);
		}
		commit = commit();
		try (ConfigurableApplicationContext service = start()) {
			assertThat(found(signedIn(service))).isEqualTo(4);
		}
		assertThat(commit()).isEqualTo(commit);
	}

	private long commit() throws IOException {
		try (Directory folder = FSDirectory.open(this.folder)) {
			return SegmentInfos.readLatestCommit(folder).getGeneration();
		}
	}

	@Test
	void whatIsSpoiltOrGoneIsMadeAnew() throws IOException {
		try (ConfigurableApplicationContext service = start()) {
			Http http = signedUp(service);
			writeEverywhere(http);
			assertThat(found(http)).isEqualTo(4);
		}
		spoil();
		try (ConfigurableApplicationContext service = start()) {
			assertThat(found(signedIn(service))).isEqualTo(4);
		}
		remove();
		try (ConfigurableApplicationContext service = start()) {
			assertThat(found(signedIn(service))).isEqualTo(4);
		}
	}

	@Test
	void withoutAPlaceForItListsAreReadInstead() throws IOException {
		Files.writeString(this.folder, "a file where the folder would be");
		try (ConfigurableApplicationContext service = start()) {
			Http http = signedUp(service);
			writeEverywhere(http);
			assertListsFind(http);
			Http.Answer search = http.get("/api/search?q=숲으");
			assertThat(search.status()).isEqualTo(503);
			assertThat(search.field("Retry-After")).isEqualTo("30");
			assertThat(search.json("/type").stringValue()).isEqualTo("/problems/unavailable");
			Files.delete(this.folder);
			service.getBean(Upkeep.class).keepUp();
			assertThat(found(http)).isEqualTo(4);
		}
	}

	@Test
	void whatIsTakenAwayWhileItIsUsedIsMadeAnew() throws IOException {
		try (ConfigurableApplicationContext service = start()) {
			Http http = signedUp(service);
			writeEverywhere(http);
			assertThat(found(http)).isEqualTo(4);
			remove();
			assertListsFind(http);
			http.post("/api/drafts", "{\"title\":\"셋\",\"content\":\"들로\"}");
			assertListsFind(http);
			service.getBean(Upkeep.class).keepUp();
			service.getBean(Upkeep.class).keepUp();
			assertThat(found(http)).isEqualTo(4);
			assertListsFind(http);
		}
	}

	@Test
	void itsOwnerAloneMayReadIt() throws IOException {
		try (ConfigurableApplicationContext service = start()) {
			found(signedUp(service));
		}
		assertThat(Files.getPosixFilePermissions(this.folder)).allMatch((it) -> it.name().startsWith("OWNER"));
	}

}
