package dev.chogo.store;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A PostgreSQL that was named by its address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("spring.datasource.url")
class NamedDatabaseConfiguration {

	/**
	 * Lets no statement wait for another writer longer than ten seconds, as on H2, and
	 * sees to it that a commit is durable when it is answered, whatever the server's own
	 * default is.
	 */
	@Bean
	static BeanPostProcessor postgresqlOptions() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (bean instanceof HikariDataSource pool && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
					pool.addDataSourceProperty("options", "-c lock_timeout=10s -c synchronous_commit=on");
				}
				return bean;
			}

		};
	}

	/** What PostgreSQL has answered is on the disk. */
	@Bean
	Durability durability() {
		return () -> {
		};
	}

}
