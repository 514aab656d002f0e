package dev.chogo.writing;

import java.util.List;
import java.util.Optional;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.text.Words;
import dev.chogo.wire.Cursor;

/** Finds words in texts without reading the texts. */
public interface Finder {

	/**
	 * Where the texts that have all of the words by now stand in the list of their kind
	 * and state, in its order.
	 * @return nothing where that cannot be told, so that the texts have to be read
	 */
	Optional<List<Cursor>> find(AccountId author, Kind kind, State state, Words words);

}
