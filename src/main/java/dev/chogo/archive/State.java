package dev.chogo.archive;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.chogo.text.Details;
import dev.chogo.text.Visibility;
import dev.chogo.writing.Kept;
import org.jspecify.annotations.Nullable;

/**
 * All that one version says of a text, apart from the content.
 *
 * @param hasPassword whether its readers need a password, which may not be told; absent
 * where they don't
 * @param kept why the version is kept
 * @param post the number of the post that a draft is to renew, or null
 */
record State(@JsonUnwrapped Details details, @Nullable Boolean hasPassword, long version, Instant savedAt, Kept kept,
		@Nullable Long post) {

	State(Details details, long version, Instant savedAt, Kept kept, @Nullable Long post) {
		this(details, (details.passwordHash() != null) ? true : null, version, savedAt, kept, post);
	}

	State withoutPassword() {
		return with(details(this.details.visibility(), null));
	}

	/** Whether its readers' password was not told, so that nobody could be kept out. */
	boolean lacksPassword() {
		return this.details.visibility() == Visibility.PROTECTED && Boolean.TRUE.equals(this.hasPassword)
				&& this.details.passwordHash() == null;
	}

	/** The same for its author alone, where the readers' password was not told. */
	State closed() {
		return lacksPassword() ? with(details(Visibility.PRIVATE, null)) : this;
	}

	private Details details(Visibility visibility, @Nullable String passwordHash) {
		return new Details(this.details.title(), this.details.format(), this.details.category(), this.details.tags(),
				visibility, passwordHash, this.details.slug());
	}

	private State with(Details details) {
		return new State(details, this.hasPassword, this.version, this.savedAt, this.kept, this.post);
	}

}
