package dev.chogo.logins;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.ChogoApplication;
import dev.chogo.Http;
import dev.chogo.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A restart signs nobody out, and nobody back in. */
@Tag("h2")
class RestartTests {

	private static final String KIM = "{\"handle\":\"kim\",\"password\":\"a long enough password\"}";

	@Test
	void loginsSurviveRestartAndEndedOnesStayEnded() {
		Path folder = TestDatabase.folder();
		List<String> lasting = new ArrayList<>();
		List<String> ended = new ArrayList<>();
		JsonNode tokens;
		JsonNode endedTokens;
		try (ConfigurableApplicationContext service = start(folder, (event) -> {
		})) {
			Http http = new Http(port(service));
			assertThat(http.post("/api/accounts", KIM).status()).isEqualTo(201);
			lasting.add(Visitor.cookie(http.post("/api/session", KIM)));
			tokens = http.post("/api/tokens", KIM).json("");
			ended.add(Visitor.cookie(http.post("/api/session", KIM)));
			http.with("Cookie", ended.get(0)).delete("/api/session");
			endedTokens = http.post("/api/tokens", KIM).json("");
			http.post("/api/tokens/revocation", refreshForm(endedTokens));
		}
		List<Integer> atFirstChance = new ArrayList<>();
		try (ConfigurableApplicationContext service = start(folder, (event) -> {
			// As soon as there is a port, before the start is over.
			Http http = new Http(event.getWebServer().getPort());
			atFirstChance.add(http.with("Cookie", ended.get(0)).get("/api/account").status());
			atFirstChance.add(account(http, endedTokens));
			atFirstChance.add(account(http, tokens));
		})) {
			Http http = new Http(port(service));
			assertThat(atFirstChance).containsExactly(401, 401, 200);
			assertThat(http.with("Cookie", lasting.get(0)).get("/api/account").status()).isEqualTo(200);
			assertThat(http.with("Cookie", ended.get(0)).get("/api/account").status()).isEqualTo(401);
			assertThat(account(http, endedTokens)).isEqualTo(401);
			assertThat(http.post("/api/tokens/refresh", refreshForm(endedTokens)).status()).isEqualTo(401);
			assertThat(http.post("/api/tokens/refresh", refreshForm(tokens)).status()).isEqualTo(200);
			assertThat(http.post("/api/accounts", KIM.replace("kim", "lee")).status()).isEqualTo(403);
		}
	}

	private static int account(Http http, JsonNode tokens) {
		return http.with("Authorization", "Bearer " + tokens.at("/accessToken").stringValue())
			.get("/api/account")
			.status();
	}

	private static String refreshForm(JsonNode tokens) {
		return "{\"refreshToken\":\"%s\"}".formatted(tokens.at("/refreshToken").stringValue());
	}

	private static ConfigurableApplicationContext start(Path folder,
			ApplicationListener<WebServerInitializedEvent> listener) {
		return new SpringApplicationBuilder(ChogoApplication.class).listeners(listener)
			.run("--server.port=0", "--chogo.data=" + folder, "--spring.main.banner-mode=off");
	}

	private static int port(ConfigurableApplicationContext service) {
		return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

}
