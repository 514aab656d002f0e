package dev.chogo.text;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;

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

	/** What would end or split the last part of an address, or cannot be seen in it. */
	private static final Pattern NOT_IN_SLUG = Pattern.compile("[/\\\\?#%;\\p{Cc}\\p{Cf}\\s]|^\\.{1,2}$");

	/** Of a text that nobody has said anything of yet. */
	public static final Details NONE = new Details("", Format.MARKDOWN, "", List.of(), Visibility.PUBLIC, null, "");

	/** Whether this can be the last part of an address. */
	public static boolean isSlug(String slug) {
		return !NOT_IN_SLUG.matcher(slug).find();
	}

	public Details withSlug(String slug) {
		return new Details(this.title, this.format, this.category, this.tags, this.visibility, this.passwordHash, slug);
	}

	/** The same words, for the same readers at the same address as others. */
	public Details readAs(Details others) {
		return new Details(this.title, this.format, this.category, this.tags, others.visibility, others.passwordHash,
				others.slug);
	}

	/**
	 * What stands now, with each member that this one has changed since both began.
	 * @param stored what stands now
	 * @param base what both began with
	 * @param title of both
	 */
	public Details onto(Details stored, Details base, String title) {
		return new Details(title, either(Details::format, stored, base), either(Details::category, stored, base),
				either(Details::tags, stored, base), either(Details::visibility, stored, base),
				either(Details::passwordHash, stored, base), either(Details::slug, stored, base));
	}

	private <T extends @Nullable Object> T either(Function<Details, T> member, Details stored, Details base) {
		T mine = member.apply(this);
		return Objects.equals(mine, member.apply(base)) ? member.apply(stored) : mine;
	}

}
