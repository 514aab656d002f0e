package dev.chogo.wire;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Says of a text what {@link CodePoints} forbids in it. */
class CodePointsValidator implements ConstraintValidator<CodePoints, String> {

	private int min;

	private int max;

	@Override
	public void initialize(CodePoints constraint) {
		this.min = constraint.min();
		this.max = constraint.max();
	}

	@Override
	public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
		String fault = (text != null) ? Text.fault(text, this.min, this.max) : null;
		if (fault != null) {
			context.disableDefaultConstraintViolation();
			context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
		}
		return fault == null;
	}

}
