package dev.chogo.logins;

import java.time.Duration;

/**
 * What a program gets at its door.
 *
 * @param access lets it in
 * @param life how long {@code access} does
 * @param refresh gets it the next ones, once
 */
record Tokens(String access, Duration life, String refresh) {
}
