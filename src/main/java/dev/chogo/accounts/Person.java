package dev.chogo.accounts;

/**
 * What other rooms may know of an account.
 *
 * @param handle public name in addresses, 2 to 32 of {@code a-z 0-9 -}
 * @param name shown to readers, empty where none was given
 */
public record Person(AccountId id, String handle, String name) {

	/** What a handle looks like. */
	public static final String HANDLE = "[a-z0-9-]{2,32}";

	/** The name, or the handle where there is none. */
	public String displayName() {
		return this.name.isBlank() ? this.handle : this.name;
	}

}
