package dev.chogo.posts;

import java.time.Instant;

import dev.chogo.accounts.Person;
import dev.chogo.text.Details;

/** A post as readers find it listed. */
public record PostEntry(Person author, PostAddress address, Details details, String excerpt, Instant publishedAt) {
}
