package dev.chogo.text;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * What an author sends of a text. Every member may be absent; lengths stand in
 * {@code chogo.limits}.
 *
 * @param title at most 200 code points
 * @param content at most 2 MiB of UTF-8
 * @param category a path such as {@code 개발/자바}, at most 200 code points
 * @param tags at most 30, each of 1 to 50 code points
 * @param slug the last part of the address, at most 200 code points; empty or absent:
 * made from the title when it is published
 * @param password for readers of a protected text, 1 to 64 code points; never given back
 * @param hasPassword as GET gave it: {@code true} without a password keeps the one there
 * is, so that what was got can be put back
 * @param explicit whether a person pressed the button, rather than a clock
 * @param baseVersion the version that this was made from: if another is stored by now,
 * both are merged, or this becomes a draft of its own
 */
@WithinLimits
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WritingForm(@Nullable String title, @Nullable String content, @Nullable Format format,
		@Nullable String category, @Nullable List<@Nullable String> tags, @Nullable Visibility visibility,
		@Nullable String slug, @Nullable String password, @Nullable Boolean hasPassword, @Nullable Boolean explicit,
		@Nullable Long baseVersion) {

	/** The form that would make a text what it is. */
	public static WritingForm of(Details details, String content) {
		return new WritingForm(details.title(), content, details.format(), details.category(),
				List.copyOf(details.tags()), details.visibility(), details.slug(), null, details.passwordHash() != null,
				null, null);
	}

	/**
	 * The form, where it has all that replacing a text takes.
	 * @throws Invalid where title or content is absent
	 */
	public WritingForm whole() {
		List<Fault> faults = new ArrayList<>();
		if (this.title == null) {
			faults.add(Fault.at("/title", "must be there"));
		}
		if (this.content == null) {
			faults.add(Fault.at("/content", "must be there"));
		}
		return refusedFor(faults);
	}

	/**
	 * The form, where there is something in it to keep.
	 * @throws Invalid where title and content are both empty
	 */
	public WritingForm begun() {
		return refusedFor((titleOrEmpty().isEmpty() && contentOrEmpty().isEmpty())
				? List.of(Fault.at("/title", "and content must not both be empty"),
						Fault.at("/content", "and title must not both be empty"))
				: List.of());
	}

	private WritingForm refusedFor(List<Fault> faults) {
		if (!faults.isEmpty()) {
			throw new Invalid(faults);
		}
		return this;
	}

	/** Whether it has the same words. */
	public boolean hasText(String title, String content) {
		return titleOrEmpty().equals(title) && contentOrEmpty().equals(content);
	}

	String titleOrEmpty() {
		return (this.title != null) ? this.title : "";
	}

	/** The content, empty where it is absent. */
	public String contentOrEmpty() {
		return (this.content != null) ? this.content : "";
	}

	public boolean isExplicit() {
		return Boolean.TRUE.equals(this.explicit);
	}

}
