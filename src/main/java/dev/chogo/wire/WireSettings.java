package dev.chogo.wire;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code chogo.wire.*}.
 *
 * @param body the most that a request may carry
 */
@ConfigurationProperties("chogo.wire")
record WireSettings(@DefaultValue("12MB") DataSize body) {
}
