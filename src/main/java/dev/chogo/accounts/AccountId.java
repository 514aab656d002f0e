package dev.chogo.accounts;

/** Names an account inside the house; people know it by its handle. */
public record AccountId(long value) {

	@Override
	public String toString() {
		return Long.toString(this.value);
	}

}
