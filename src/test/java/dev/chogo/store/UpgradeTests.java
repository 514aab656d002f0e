package dev.chogo.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import dev.chogo.ChogoApplication;
import dev.chogo.Http;
import dev.chogo.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A store of the first release opens, with every text in it. */
@Tag("h2")
class UpgradeTests {

	private static final String KIM = "{\"handle\":\"kim\",\"password\":\"a long enough password\"}";

	/** Longer than H2's strings. */
	private static final String LONG = "가나다라 마바사 🌱\n".repeat(150_000);

	@Test
	void textsOfTheFirstReleaseArePacked() throws SQLException {
		Path data = TestDatabase.folder();
		firstRelease(data);
		try (ConfigurableApplicationContext service = new SpringApplicationBuilder(ChogoApplication.class)
			.run("--server.port=0", "--chogo.data=" + data, "--spring.main.banner-mode=off")) {
			int port = service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			Http nobody = new Http(port);
			assertThat(nobody.post("/api/accounts", KIM).status()).isEqualTo(201);
			Http kim = nobody.with("Authorization",
					"Bearer " + nobody.post("/api/tokens", KIM).json("/accessToken").stringValue());
			assertThat(kim.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo(LONG);
			assertThat(kim.get("/api/drafts/1/versions").json("/versions").findValuesAsString("kept"))
				.containsExactly("explicit");
			assertThat(kim.get("/api/drafts/1/versions").json("/versions/0/length").intValue())
				.isEqualTo(LONG.codePointCount(0, LONG.length()));
			assertThat(kim.get("/api/posts/1/versions/1").json("/version/content").stringValue()).isEqualTo("글");
		}
	}

	private static void firstRelease(Path data) throws SQLException {
		DataFolder folder = new DataFolder(data);
		Flyway.configure()
			.dataSource(folder.url(), "chogo", folder.password())
			.locations("classpath:db/migration/h2")
			.target("1")
			.load()
			.migrate();
		try (Connection connection = DriverManager.getConnection(folder.url(), "chogo", folder.password())) {
			row(connection, "draft", "", LONG);
			row(connection, "post", ", current_timestamp", "글");
		}
		finally {
			close(folder);
		}
	}

	private static void row(Connection connection, String table, String more, String content) throws SQLException {
		String details = "'제목', 'MARKDOWN', '', array[], 'PUBLIC', null, ''";
		String nothing = table.equals("draft") ? ", null, null, null, null" : "";
		try (Statement statement = connection.createStatement()) {
			statement.execute(
					"insert into %s values (1, 1, 1, %s, '', 0, x'00', current_timestamp, current_timestamp, null%s%s)"
						.formatted(table, details, more, nothing));
		}
		try (PreparedStatement statement = connection
			.prepareStatement("insert into %s_version values (1, 1, 1, current_timestamp, true, %s%s, ?)"
				.formatted(table, details, table.equals("draft") ? ", null" : ""))) {
			statement.setCharacterStream(1, new StringReader(content), content.length());
			statement.executeUpdate();
		}
	}

	private static void close(DataFolder folder) {
		try {
			folder.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
