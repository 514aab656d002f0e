package dev.chogo.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import dev.chogo.accounts.Passwords;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Trees;
import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what was sent what is to be stored. */
@Component
public class Forms {

	private final Trees trees;

	private final Passwords passwords;

	private final LimitSettings limits;

	Forms(Trees trees, Passwords passwords, LimitSettings limits) {
		this.trees = trees;
		this.passwords = passwords;
		this.limits = limits;
	}

	/** Whether a text may be as long: of two that may, what they merge to may not. */
	public boolean fit(String title, String content) {
		return title.codePointCount(0, title.length()) <= this.limits.title()
				&& content.getBytes(StandardCharsets.UTF_8).length <= this.limits.content().toBytes();
	}

	/**
	 * Applies a merge patch (RFC 7396) to the form that would make the text what it is;
	 * no member of it is an object, so there is nothing to descend into.
	 * @throws ConstraintViolationException where the result is against a limit
	 */
	public WritingForm patched(WritingForm current, ObjectNode patch) {
		if (patch.path("format").isNull()) {
			throw new Invalid(Fault.at("/format", "must be markdown or html"));
		}
		ObjectNode merged = this.trees.tree(current);
		patch.properties().forEach((member) -> {
			merged.remove(member.getKey());
			if (!member.getValue().isNull()) {
				merged.set(member.getKey(), member.getValue());
			}
		});
		if (patch.has("password")) {
			merged.remove("hasPassword");
		}
		return this.trees.form(merged, WritingForm.class);
	}

	/** What a form says of a text, where {@code before} was said of it until now. */
	public Details details(WritingForm form, Details before) {
		return new Details(form.titleOrEmpty(), Objects.requireNonNullElse(form.format(), before.format()),
				Objects.requireNonNullElse(form.category(), ""), tags(form),
				Objects.requireNonNullElse(form.visibility(), Visibility.PUBLIC), passwordHash(form, before),
				Objects.requireNonNullElse(form.slug(), ""));
	}

	private static List<String> tags(WritingForm form) {
		return (form.tags() != null) ? form.tags().stream().map(Objects::requireNonNull).toList() : List.of();
	}

	private @Nullable String passwordHash(WritingForm form, Details before) {
		if (form.password() == null) {
			return Boolean.TRUE.equals(form.hasPassword()) ? before.passwordHash() : null;
		}
		// The same password again keeps its hash: hashed anew it would look like a
		// change.
		return (before.passwordHash() != null && this.passwords.matches(form.password(), before.passwordHash()))
				? before.passwordHash() : this.passwords.hash(form.password());
	}

}
