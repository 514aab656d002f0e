package dev.chogo.store;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code chogo.*} of the store.
 *
 * @param data the folder in which everything is kept, as long as no other database is
 * named
 */
@ConfigurationProperties("chogo")
record StoreSettings(@DefaultValue("./data") Path data) {
}
