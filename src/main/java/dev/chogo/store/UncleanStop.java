package dev.chogo.store;

import java.time.Instant;

/**
 * The service did not stop in order, so that H2 may hold half of what was written last
 * and not acknowledged: every room that writes more than one row for one thing looks
 * after its own, before the first request comes.
 *
 * @param since nothing written before this time can be torn
 */
public record UncleanStop(Instant since) {
}
