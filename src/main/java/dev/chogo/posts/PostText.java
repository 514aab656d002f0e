package dev.chogo.posts;

import java.time.Instant;

import dev.chogo.accounts.Person;
import dev.chogo.text.Details;
import org.jspecify.annotations.Nullable;

/** A post with its text, as other rooms read it. */
public record PostText(Person author, PostAddress address, Details details, String content, Instant publishedAt,
		@Nullable Instant modifiedAt) {
}
