package dev.chogo.archive;

import java.time.Instant;

/**
 * What an archive is: {@code backup.json}.
 *
 * @param format of the archive; higher ones are for later Chogos
 * @param chogo the version that made it
 * @param withPasswords whether the hashes of passwords are in it
 */
record Manifest(int format, String chogo, Instant madeAt, boolean withPasswords, Counts counts) {

	/** The one that is written, and the highest that can be read. */
	static final int FORMAT = 1;

}
