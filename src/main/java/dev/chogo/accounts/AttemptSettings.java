package dev.chogo.accounts;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code chogo.attempts.*}: how often sign-up, sign-in and tokens may be asked
 * for.
 *
 * @param handlePerMinute for one handle, in a minute
 * @param handlePerHour for one handle, in an hour
 * @param addressPerMinute from one network address, in a minute
 * @param addressPerHour from one network address, in an hour
 */
@ConfigurationProperties("chogo.attempts")
record AttemptSettings(@DefaultValue("10") int handlePerMinute, @DefaultValue("100") int handlePerHour,
		@DefaultValue("60") int addressPerMinute, @DefaultValue("600") int addressPerHour) {
}
