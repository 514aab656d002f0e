package dev.chogo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that goes on by itself, and further where a test wants it; never back. */
public class MovedClock extends Clock {

	private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));

	private volatile Duration ahead = Duration.ZERO;

	/** Lets time pass. */
	public void pass(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	@Override
	public Instant instant() {
		return this.real.instant().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException("Times here are UTC");
	}

	@TestConfiguration(proxyBeanMethods = false)
	public static class InPlaceOfTheOther {

		@Bean
		@Primary
		MovedClock movedClock() {
			return new MovedClock();
		}

	}

}
