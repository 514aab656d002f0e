package dev.chogo.accounts;

/**
 * Somebody who knew their password a moment ago.
 *
 * @param passwordHash what the password was proven against
 */
public record Proof(Person person, String passwordHash) {

	@Override
	public String toString() {
		return "Proof of " + this.person;
	}

}
