package dev.chogo.archive;

import java.io.IOException;

/** One thing that can be asked for on the command line. */
interface Command {

	/**
	 * Does it.
	 * @return a sentence or more about what was done
	 * @throws Refused where it cannot be done
	 */
	String run(Opener opener) throws IOException;

}
