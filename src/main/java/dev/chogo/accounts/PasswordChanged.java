package dev.chogo.accounts;

/** An account has a new password, in a transaction that is still open. */
public record PasswordChanged(AccountId account) {
}
