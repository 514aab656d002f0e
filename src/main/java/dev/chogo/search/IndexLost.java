package dev.chogo.search;

/**
 * The index cannot be asked now; the store can. Checked, so that it never rolls back the
 * transaction of somebody who can do without the index.
 */
class IndexLost extends Exception {

	IndexLost(String why) {
		super(why);
	}

	IndexLost(Throwable cause) {
		super(cause);
	}

}
