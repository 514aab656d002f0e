package dev.chogo.logins;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code chogo.*} that tell the service its own address.
 *
 * @param url scheme, host and port by which browsers reach it, where a proxy hides them;
 * else absent
 */
@ConfigurationProperties("chogo")
record SiteSettings(@Nullable URI url) {
}
