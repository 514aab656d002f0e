package dev.chogo.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.wire.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * What of an account is to be another.
 *
 * @param name at most 100 code points
 * @param password the new one, 8 to 256 code points
 * @param currentPassword proves that it is the person who asks for a new one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountPatch(@CodePoints(max = 100) @Nullable String name,
		@CodePoints(min = 8, max = 256) @Nullable String password,
		@CodePoints(max = 256) @Nullable String currentPassword) {
}
