package dev.chogo.journal;

import dev.chogo.accounts.AccountId;

/** Something happened to a text of an author, in a transaction that is still open. */
public record Noted(AccountId author) {
}
