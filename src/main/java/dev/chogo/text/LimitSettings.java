package dev.chogo.text;

import jakarta.validation.constraints.Max;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code chogo.limits.*}: how long each part of a text may be, in code points
 * where no other unit is said. None can be raised above its column: title, category and
 * slug 200, tag 50.
 *
 * @param content the most that a content may have, in bytes of UTF-8
 * @param tags how many tags a text may have
 * @param password for readers of a protected text
 */
@Validated
@ConfigurationProperties("chogo.limits")
record LimitSettings(@DefaultValue("2MB") DataSize content, @Max(200) @DefaultValue("200") int title,
		@Max(200) @DefaultValue("200") int category, @DefaultValue("30") int tags, @Max(50) @DefaultValue("50") int tag,
		@Max(200) @DefaultValue("200") int slug, @DefaultValue("64") int password) {
}
