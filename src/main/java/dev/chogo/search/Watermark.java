package dev.chogo.search;

import java.time.Instant;

/**
 * How far an author's journal has been read.
 *
 * @param number of the last entry that was read
 * @param happenedAt when that happened, which tells it from an entry of another store;
 * {@link Instant#EPOCH} where it was not kept any more
 */
record Watermark(long number, Instant happenedAt) {
}
