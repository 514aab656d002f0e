package dev.chogo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Gives each service under test an empty database. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	private static final boolean POSTGRESQL = "postgresql".equals(System.getProperty("chogo.test.database"));

	private static final AtomicInteger number = new AtomicInteger();

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		TestPropertyValues.of(fresh()).applyTo(context);
	}

	/** Settings that name an empty database and an empty folder. */
	public static List<String> fresh() {
		String data = "chogo.data=" + folder();
		if (POSTGRESQL) {
			String name = "chogo_" + number.incrementAndGet();
			execute("create database " + name);
			return List.of(data, "spring.datasource.url=" + Server.RUNNING.getJdbcUrl("postgres", name),
					"spring.datasource.username=postgres", "spring.datasource.password=postgres");
		}
		return List.of(data);
	}

	/** A new empty folder, swept away by {@code mvn clean}. */
	public static Path folder() {
		try {
			return Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "data");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void execute(String sql) {
		try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** One PostgreSQL for all tests; it ends with this process. */
	private static final class Server {

		static final EmbeddedPostgres RUNNING = start();

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	/** Skips, and says why, where there is no PostgreSQL for this machine. */
	static class IsThere implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (!POSTGRESQL) {
				return ConditionEvaluationResult.enabled("On H2");
			}
			try {
				return ConditionEvaluationResult.enabled("On PostgreSQL, port " + Server.RUNNING.getPort());
			}
			catch (LinkageError | RuntimeException ex) {
				return ConditionEvaluationResult.disabled("No PostgreSQL for this machine: " + ex);
			}
		}

	}

}
