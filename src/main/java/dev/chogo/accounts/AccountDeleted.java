package dev.chogo.accounts;

/**
 * An account was deleted, in a transaction that is still open: every room deletes what is
 * its author's.
 */
public record AccountDeleted(AccountId account) {
}
