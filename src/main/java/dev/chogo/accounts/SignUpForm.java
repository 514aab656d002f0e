package dev.chogo.accounts;

import dev.chogo.wire.CodePoints;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks for an account.
 *
 * @param handle public name in addresses
 * @param password 8 to 256 code points
 * @param name shown to readers, at most 100 code points; may be absent
 * @param code the code printed at start, asked for when the very first sign-up comes from
 * another machine
 */
record SignUpForm(
		@NotNull @Pattern(regexp = Person.HANDLE, message = "must be 2 to 32 of a-z, 0-9 and -") String handle,
		@NotNull @CodePoints(min = 8, max = 256) String password, @CodePoints(max = 100) @Nullable String name,
		@CodePoints(max = 100) @Nullable String code) {
}
