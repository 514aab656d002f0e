package dev.chogo.wire;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a request makes itself depend on: {@code If-Match} and {@code If-None-Match} (RFC
 * 9110, sections 13.1.1 and 13.1.2).
 */
public final class Precondition {

	private static final String ANY = "*";

	private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";

	/** A list may have empty elements (RFC 9110, section 5.6.1). */
	private static final Pattern FIELD = Pattern
		.compile("[ \\t,]*(?:\\*|%1$s(?:[ \\t]*,[ \\t,]*%1$s)*)[ \\t,]*".formatted(TAG));

	private static final Pattern EACH = Pattern.compile("\\*|" + TAG);

	private final List<String> match;

	private final List<String> noneMatch;

	private Precondition(List<String> match, List<String> noneMatch) {
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

	private static List<String> tags(String name, Enumeration<String> lines) {
		if (!lines.hasMoreElements()) {
			return List.of();
		}
		String field = String.join(",", Collections.list(lines));
		if (!FIELD.matcher(field).matches()) {
			throw new Unreadable("%s is not a list of entity tags.".formatted(name));
		}
		return EACH.matcher(field).results().map(MatchResult::group).toList();
	}

	/** The strong entity tag of a version. */
	public static String tag(long version) {
		return "\"%d\"".formatted(version);
	}

	/** Whether it says {@code If-Match}. */
	public boolean isStrict() {
		return !this.match.isEmpty();
	}

	/** Whether a state of this version may be written to; a weak tag never matches. */
	public boolean holdsFor(long version) {
		return (this.match.isEmpty() || this.match.contains(ANY) || this.match.contains(tag(version)))
				&& !isKnown(version);
	}

	/**
	 * Whether a write may be answered as done although its {@code If-Match} is stale,
	 * because what it asks for is the case already: the retry of a save whose answer was
	 * lost.
	 */
	public boolean allowsRetry() {
		return this.noneMatch.isEmpty();
	}

	/**
	 * Answers a read with a state of this version, or with 304 where the client has it.
	 */
	public <V> ResponseEntity<V> answer(long version, V body) {
		ResponseEntity.BodyBuilder answer = ResponseEntity
			.status(isKnown(version) ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
			.eTag(tag(version))
			.cacheControl(CacheControl.noCache().cachePrivate());
		return isKnown(version) ? answer.build() : answer.body(body);
	}

	private boolean isKnown(long version) {
		return this.noneMatch.contains(ANY) || this.noneMatch.contains(tag(version))
				|| this.noneMatch.contains("W/" + tag(version));
	}

}
