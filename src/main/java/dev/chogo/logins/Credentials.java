package dev.chogo.logins;

import dev.chogo.wire.CodePoints;
import jakarta.validation.constraints.NotNull;

/**
 * Proves who somebody is.
 *
 * @param handle the account's handle
 * @param password the account's password
 */
record Credentials(@NotNull @CodePoints(max = 100) String handle, @NotNull @CodePoints(max = 256) String password) {

	@Override
	public String toString() {
		return "Credentials of " + this.handle;
	}

}
