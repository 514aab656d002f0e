package dev.chogo.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer about an account.
 *
 * @param totals how much its author has, where that was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(boolean success, Who account, @Nullable Totals totals) {

	/** Somebody, without numbers. */
	public static AccountView of(Person person) {
		return new AccountView(true, new Who(person.handle(), person.name()), null);
	}

	static AccountView of(Person person, Tally tally) {
		return new AccountView(true, new Who(person.handle(), person.name()),
				new Totals(tally.drafts(), tally.posts()));
	}

	/**
	 * Who it is.
	 *
	 * @param name empty where none was given
	 */
	public record Who(String handle, String name) {
	}

	/** How many drafts and posts an author has. */
	public record Totals(long drafts, long posts) {
	}

}
