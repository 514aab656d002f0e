package dev.chogo.text;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.chogo.wire.Text;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Finds every part of a form that is against {@link LimitSettings}. */
class WithinLimitsValidator implements ConstraintValidator<WithinLimits, WritingForm> {

	private final LimitSettings limits;

	WithinLimitsValidator(LimitSettings limits) {
		this.limits = limits;
	}

	@Override
	public boolean isValid(WritingForm form, ConstraintValidatorContext context) {
		Faults faults = new Faults(context);
		faults.text("title", form.title(), 0, this.limits.title());
		faults.add("content", content(form.content()));
		faults.text("category", form.category(), 0, this.limits.category());
		faults.text("password", form.password(), 1, this.limits.password());
		faults.text("slug", form.slug(), 0, this.limits.slug());
		if (form.slug() != null && !Details.isSlug(form.slug())) {
			faults.add("slug", "must be one part of an address: no / \\ ? # % ; and no blanks");
		}
		tags(form.tags(), faults);
		return faults.none;
	}

	private @Nullable String content(@Nullable String content) {
		if (content == null) {
			return null;
		}
		String fault = Text.fault(content);
		long bytes = content.getBytes(StandardCharsets.UTF_8).length;
		if (fault == null && bytes > this.limits.content().toBytes()) {
			return "must have at most %d bytes of UTF-8 and has %d".formatted(this.limits.content().toBytes(), bytes);
		}
		return fault;
	}

	private void tags(@Nullable List<@Nullable String> tags, Faults faults) {
		if (tags == null) {
			return;
		}
		if (tags.size() > this.limits.tags()) {
			faults.add("tags", "must be at most %d and are %d".formatted(this.limits.tags(), tags.size()));
		}
		for (int at = 0; at < tags.size(); at++) {
			String tag = tags.get(at);
			String fault = (tag != null) ? Text.fault(tag, 1, this.limits.tag()) : "must be a text";
			faults.tag(at, fault);
		}
	}

	/** Tells the validator of each fault, at its place. */
	private static final class Faults {

		private final ConstraintValidatorContext context;

		private boolean none = true;

		Faults(ConstraintValidatorContext context) {
			this.context = context;
			context.disableDefaultConstraintViolation();
		}

		void text(String member, @Nullable String text, int min, int max) {
			add(member, (text != null) ? Text.fault(text, min, max) : null);
		}

		void add(String member, @Nullable String fault) {
			if (fault != null) {
				this.none = false;
				this.context.buildConstraintViolationWithTemplate(fault)
					.addPropertyNode(member)
					.addConstraintViolation();
			}
		}

		void tag(int at, @Nullable String fault) {
			if (fault != null) {
				this.none = false;
				this.context.buildConstraintViolationWithTemplate(fault)
					.addPropertyNode("tags")
					.addBeanNode()
					.inIterable()
					.atIndex(at)
					.addConstraintViolation();
			}
		}

	}

}
