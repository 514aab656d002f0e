package dev.chogo.writing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code chogo.trash.*}.
 *
 * @param keep how long a deleted text is 410 to its author, before it is 404
 */
@ConfigurationProperties("chogo.trash")
record TrashSettings(@DefaultValue("30d") Duration keep) {
}
