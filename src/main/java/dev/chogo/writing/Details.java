package dev.chogo.writing;

import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * All that an author says of a text, apart from the content itself.
 *
 * @param title may be empty
 * @param category a path such as {@code 개발/자바}, or empty
 * @param passwordHash what readers of a protected text must know, or null
 * @param slug the last part of its address, or empty as long as nobody chose one
 */
@Embeddable
public record Details(String title, @Enumerated(EnumType.STRING) Format format, String category, List<String> tags,
		@Enumerated(EnumType.STRING) Visibility visibility, @Nullable String passwordHash, String slug) {

	/** Of a text that nobody has said anything of yet. */
	public static final Details NONE = new Details("", Format.MARKDOWN, "", List.of(), Visibility.PUBLIC, null, "");

	public Details withSlug(String slug) {
		return new Details(this.title, this.format, this.category, this.tags, this.visibility, this.passwordHash, slug);
	}

}
