package dev.chogo.drafts;

import java.nio.file.Path;
import java.time.Instant;

import dev.chogo.ChogoApplication;
import dev.chogo.Http;
import dev.chogo.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A service that slept through the time of a publication makes up for it, once. */
@Tag("h2")
class PlannedRestartTests {

	private static final String KIM = "{\"handle\":\"kim\",\"password\":\"a long enough password\"}";

	@Test
	void aPublicationThatWasSleptThroughIsDoneAtTheNextStart() throws InterruptedException {
		Path folder = TestDatabase.folder();
		try (ConfigurableApplicationContext service = start(folder)) {
			http(service).post("/api/accounts", KIM);
			Http kim = signedIn(service);
			kim.post("/api/drafts", "{\"title\":\"첫 글\",\"content\":\"안녕\"}");
			kim.post("/api/drafts/1/publication", "{\"at\":\"%s\"}".formatted(Instant.now().plusSeconds(2)));
			assertThat(kim.get("/api/drafts/1").json("/draft/publishAt").isString()).isTrue();
		}
		try (ConfigurableApplicationContext service = start(folder)) {
			Http kim = signedIn(service);
			for (int tries = 0; tries < 200 && kim.get("/api/posts").json("/total").intValue() == 0; tries++) {
				Thread.sleep(50);
			}
			assertThat(kim.get("/api/posts").json("/total").intValue()).isEqualTo(1);
			assertThat(kim.get("/api/drafts/1").json("/post/sequence").intValue()).isEqualTo(1);
		}
	}

	private static Http signedIn(ConfigurableApplicationContext service) {
		return http(service).with("Authorization",
				"Bearer " + http(service).post("/api/tokens", KIM).json("/accessToken").stringValue());
	}

	private static Http http(ConfigurableApplicationContext service) {
		return new Http(service.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	private static ConfigurableApplicationContext start(Path folder) {
		return new SpringApplicationBuilder(ChogoApplication.class).run("--server.port=0", "--chogo.data=" + folder,
				"--spring.main.banner-mode=off");
	}

}
