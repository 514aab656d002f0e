package dev.chogo.store;

import java.time.Clock;

import javax.sql.DataSource;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * By this the database of one's own has what the service acknowledged, whatever happens
 * next. A command does without: it has the disk sync when it closes the database, and
 * leaves what a crash tore to the service's next start.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OwnDatabaseConfiguration.NoOtherNamed.class)
@ConditionalOnWebApplication
class DurabilityConfiguration {

	@Bean
	GroupSync groupSync(DataSource database) {
		return new GroupSync(database);
	}

	@Bean
	PlatformTransactionManager transactionManager(EntityManagerFactory entities, GroupSync sync, DataFolder folder) {
		return new DurableTransactionManager(new JpaTransactionManager(entities), sync, folder.space());
	}

	@Bean
	CleanStop cleanStop(JdbcClient database, PlatformTransactionManager transactions, ApplicationEventPublisher events,
			Clock clock, DataFolder folder) {
		return new CleanStop(database, new TransactionTemplate(transactions), events, clock, folder.space());
	}

}
