package dev.chogo.logins;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code chogo.tokens.*}.
 *
 * @param key signs tokens and cookies: Base64 of at least 32 random bytes; absent: made
 * on the first start and kept in the database
 * @param access how long an access token, or a cookie without a look at its login, is
 * valid
 * @param issuer who signs, and for whom
 */
@ConfigurationProperties("chogo.tokens")
record TokenSettings(@Nullable String key, @DefaultValue("15m") Duration access, @DefaultValue("chogo") String issuer) {
}
