package dev.chogo.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/**
 * A text of so many Unicode code points (Bean Validation's {@code @Size} counts UTF-16
 * units, so that an emoji would count twice), none of them U+0000 or a lone surrogate:
 * these no database gives back. {@code null} is valid.
 */
@Target({ ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CodePointsValidator.class)
public @interface CodePoints {

	int min() default 0;

	int max();

	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
