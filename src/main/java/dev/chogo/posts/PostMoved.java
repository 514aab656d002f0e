package dev.chogo.posts;

import dev.chogo.accounts.AccountId;

/** A post has another address. */
public record PostMoved(AccountId author, long sequence) {
}
