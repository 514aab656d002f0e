package dev.chogo.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with what was sent: a member of the body or a parameter of the
 * address.
 *
 * @param pointer where in the body (RFC 6901), or null
 * @param parameter which parameter, or null
 * @param detail what is wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(@Nullable String pointer, @Nullable String parameter, String detail) {

	/** Something wrong at a place of the body. */
	public static Fault at(String pointer, String detail) {
		return new Fault(pointer, null, detail);
	}

	/** Something wrong with a parameter of the address. */
	public static Fault of(String parameter, String detail) {
		return new Fault(null, parameter, detail);
	}

}
