package dev.chogo.posts;

import dev.chogo.writing.Receipt;

/**
 * What publishing made.
 *
 * @param renewed the version that the post had before, or 0 where it is new
 */
public record Publication(Receipt receipt, PostAddress address, long renewed) {
}
