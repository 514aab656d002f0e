package dev.chogo.writing;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;

/** Names a text of either kind. */
public record TextId(AccountId author, Kind kind, long sequence) {
}
