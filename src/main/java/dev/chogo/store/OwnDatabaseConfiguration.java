package dev.chogo.store;

import java.time.Clock;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database of one's own: an H2 file that has what it acknowledged, whatever happens
 * next.
 */
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

	@Bean
	GroupSync groupSync(DataSource database) {
		return new GroupSync(database);
	}

	@Bean
	PlatformTransactionManager transactionManager(EntityManagerFactory entities, GroupSync sync) {
		return new DurableTransactionManager(new JpaTransactionManager(entities), sync);
	}

	@Bean
	CleanStop cleanStop(JdbcClient database, PlatformTransactionManager transactions, ApplicationEventPublisher events,
			Clock clock) {
		return new CleanStop(database, new TransactionTemplate(transactions), events, clock);
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
