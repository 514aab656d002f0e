package dev.chogo.posts;

import dev.chogo.accounts.AccountId;

/** A post was deleted, in a transaction that is still open. */
public record PostDeleted(AccountId author, long sequence) {
}
