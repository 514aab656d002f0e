package dev.chogo.posts;

import dev.chogo.accounts.AccountId;

/** Nothing is left of a post, in a transaction that is still open. */
public record PostEmptied(AccountId author, long sequence) {
}
