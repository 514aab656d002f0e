package dev.chogo.writing;

import dev.chogo.accounts.AccountId;
import jakarta.persistence.Embeddable;

/**
 * Names a text: its author, and its number among what the author has of that kind.
 *
 * @param author the value of an {@link AccountId}
 * @param sequence from 1 up, never used twice
 */
@Embeddable
public record WritingId(long author, long sequence) {

	public static WritingId of(AccountId author, long sequence) {
		return new WritingId(author.value(), sequence);
	}

}
