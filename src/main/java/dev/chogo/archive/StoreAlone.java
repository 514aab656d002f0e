package dev.chogo.archive;

import java.time.Clock;
import java.time.Duration;

import dev.chogo.accounts.Passwords;
import dev.chogo.store.DataFolder;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The store without the service: no web server, and no timers, which would publish and
 * throw away while somebody looks. Not a {@code @Configuration}, so that the service does
 * not find it.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
		FlywayAutoConfiguration.class, JdbcClientAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
		ProjectInfoAutoConfiguration.class })
@ComponentScan(basePackageClasses = DataFolder.class)
@ConfigurationPropertiesScan(basePackageClasses = DataFolder.class)
@ComponentScan(basePackages = "dev.chogo", useDefaultFilters = false,
		includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
@Import({ Backups.class, Check.class, Contents.class, Indexes.class, NewPassword.class, Passwords.class,
		Relations.class, Restore.class, Snapshot.class, StoreReader.class })
class StoreAlone {

	@Bean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
	}

}
