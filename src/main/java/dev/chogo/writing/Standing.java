package dev.chogo.writing;

import java.time.Instant;

/**
 * Where a text is, without what it says.
 *
 * @param version the newest one
 * @param listedAt the time by which it stands in the list of its kind and state
 */
public record Standing(long version, State state, Instant listedAt) {
}
