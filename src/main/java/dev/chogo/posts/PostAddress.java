package dev.chogo.posts;

/**
 * Where a post is found.
 *
 * @param url path-absolute and percent-encoded, such as {@code /@kim/%EA%B8%80}
 */
public record PostAddress(long sequence, String url) {
}
