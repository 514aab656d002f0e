package dev.chogo.store;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The database of one's own: an H2 file. */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnDatabaseConfiguration.NoOtherNamed.class)
class OwnDatabaseConfiguration {

	/** No other database was named. */
	static class NoOtherNamed implements Condition {

		@Override
		public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
			return isUsed(context.getEnvironment());
		}

	}

	static boolean isUsed(Environment environment) {
		return !environment.containsProperty("spring.datasource.url");
	}

	@Bean
	JdbcConnectionDetails ownDatabase(DataFolder folder) {
		return new OwnDatabase(folder.url(), folder.password());
	}

	/** How to reach it. */
	private record OwnDatabase(String url, String secret) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return "chogo";
		}

		@Override
		public String getPassword() {
			return this.secret;
		}

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

	}

}
