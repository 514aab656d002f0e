package dev.chogo.wire;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;

/**
 * What a request makes itself depend on: {@code If-Match} and {@code If-None-Match} of a
 * write (RFC 9110, sections 13.1.1 and 13.1.2).
 */
public final class Precondition {

	private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";

	private static final Pattern FIELD = Pattern
		.compile("[ \\t]*(?:\\*|%1$s(?:[ \\t]*,[ \\t]*%1$s)*)[ \\t]*".formatted(TAG));

	private final List<ETag> match;

	private final List<ETag> noneMatch;

	private Precondition(List<ETag> match, List<ETag> noneMatch) {
		this.match = match;
		this.noneMatch = noneMatch;
	}

	/**
	 * Reads the fields of a request; a field sent on several lines is one list.
	 * @throws Unreadable where a field is not a list of entity tags
	 */
	static Precondition of(Enumeration<String> ifMatch, Enumeration<String> ifNoneMatch) {
		return new Precondition(tags("If-Match", ifMatch), tags("If-None-Match", ifNoneMatch));
	}

	private static List<ETag> tags(String name, Enumeration<String> lines) {
		String field = String.join(",", Collections.list(lines));
		if (field.isEmpty()) {
			return List.of();
		}
		if (!FIELD.matcher(field).matches()) {
			throw new Unreadable("%s is not a list of entity tags.".formatted(name));
		}
		return ETag.parse(field);
	}

	/**
	 * Whether a state of this version may be written to; weak tags never match (strong
	 * comparison).
	 */
	public boolean holdsFor(long version) {
		ETag current = new ETag(Long.toString(version), false);
		return (this.match.isEmpty()
				|| this.match.stream().anyMatch((tag) -> tag.isWildcard() || tag.compare(current, true)))
				&& this.noneMatch.stream().noneMatch((tag) -> tag.isWildcard() || tag.compare(current, false));
	}

	/**
	 * Whether a write may be answered as done although its {@code If-Match} is stale,
	 * because what it asks for is the case already: the retry of a save whose answer was
	 * lost.
	 */
	public boolean allowsRetry() {
		return this.noneMatch.isEmpty();
	}

	@Override
	public String toString() {
		return "If-Match: %s, If-None-Match: %s".formatted(this.match, this.noneMatch);
	}

}
