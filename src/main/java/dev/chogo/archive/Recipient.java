package dev.chogo.archive;

import java.io.IOException;

/**
 * Is told all that is kept: each author, then the author's texts, each with its older
 * versions, oldest first.
 */
interface Recipient {

	void author(Author author) throws IOException;

	/** The newest state of a text of the author told last. */
	void text(Front front, String content) throws IOException;

	/** An older version of the text told last. */
	void version(Version version) throws IOException;

}
