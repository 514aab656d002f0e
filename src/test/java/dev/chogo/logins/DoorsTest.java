package dev.chogo.logins;

import dev.chogo.MovedClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.chogo.ChogoTest;

import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole service as it may stand on the open network: with its default limits and
 * sign-up, a key and an address of its own, behind a proxy at 127.0.0.1 (other loopback
 * addresses are strangers), and with a clock that tests move. All classes with it share
 * one service, so a test makes a {@link Visitor} of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ChogoTest
@Import(MovedClock.InPlaceOfTheOther.class)
@TestPropertySource(properties = { "chogo.accounts.sign-up=first", "chogo.attempts.handle-per-minute=10",
		"chogo.attempts.handle-per-hour=100", "chogo.attempts.address-per-minute=60",
		"chogo.attempts.address-per-hour=600", "chogo.url=https://chogo.example/", "chogo.tokens.key=" + DoorsTest.KEY,
		"server.forward-headers-strategy=native", "server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1" })
public @interface DoorsTest {

	/** 32 bytes in Base64. */
	String KEY = "a2V5IG9mIHRlc3RzLCBub3Qgb2YgYW55IHNlcnZpY2U=";

}
