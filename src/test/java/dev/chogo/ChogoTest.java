package dev.chogo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole service on a port of its own, over a database of its own: H2 in a file, or
 * PostgreSQL with {@code -Dchogo.test.database=postgresql}. Classes with the same
 * properties share one service, so a test signs up authors of its own ({@link Author}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(TestDatabase.IsThere.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "logging.level.root=warn", "spring.main.banner-mode=off",
				"spring.jpa.properties.hibernate.session_factory.statement_inspector=dev.chogo.SqlSeen",
				"chogo.accounts.sign-up=open", "chogo.attempts.handle-per-minute=100000",
				"chogo.attempts.handle-per-hour=100000", "chogo.attempts.address-per-minute=100000",
				"chogo.attempts.address-per-hour=100000" })
@ContextConfiguration(initializers = TestDatabase.class)
public @interface ChogoTest {

}
