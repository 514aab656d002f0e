package dev.chogo.search;

import java.time.Instant;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.wire.Cursor;
import dev.chogo.writing.TextId;

/**
 * A version of a text that has the words.
 *
 * @param number of the text among both kinds of its author
 * @param listedAt the time by which the text stands in its list
 */
record Hit(long number, long version, Instant savedAt, Instant listedAt) {

	/** One number of kind and sequence, which sorts texts of one millisecond. */
	static long number(TextId text) {
		return 2 * text.sequence() + ((text.kind() == Kind.POST) ? 1 : 0);
	}

	TextId text(AccountId author) {
		return new TextId(author, (this.number % 2 == 1) ? Kind.POST : Kind.DRAFT, this.number / 2);
	}

	/** Where it stands among all that was found. */
	Cursor place() {
		return new Cursor(this.savedAt, this.number);
	}

}
