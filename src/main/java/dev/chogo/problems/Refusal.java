package dev.chogo.problems;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * Every way in which a request can be refused: what its problem's {@code type},
 * {@code status} and {@code title} are, and what its sender can do. The refusals
 * themselves are classes of the rooms whose rule they tell; a test holds the two
 * together.
 */
public enum Refusal {

	UNREADABLE(HttpStatus.BAD_REQUEST, "Unreadable request",
			"Send one well-formed JSON object in UTF-8, without a byte-order mark, no member twice and nothing after it. "
					+ "Header fields must have the syntax that their standard gives them, such as If-Match: \"3\"."),

	BAD_IDEMPOTENCY_KEY(HttpStatus.BAD_REQUEST, "Bad Idempotency-Key",
			"Make the key of 1 to 255 visible ASCII characters, such as a UUID, or leave the field out."),

	NOT_SIGNED_IN(HttpStatus.UNAUTHORIZED, "Not signed in",
			"Sign in at POST /api/session, or get a token at POST /api/tokens, and send the request again. "
					+ "Nothing of it was stored, so keep the text."),

	ACCOUNT_DELETED(HttpStatus.UNAUTHORIZED, "Account deleted", "Sign in as somebody else."),

	WRONG_CREDENTIALS(HttpStatus.UNAUTHORIZED, "Wrong handle or password",
			"Check both. Which of the two is wrong is not told, so that nobody can try out who has an account here."),

	REFRESH_REFUSED(HttpStatus.UNAUTHORIZED, "Refresh token refused",
			"Get new tokens at POST /api/tokens. A refresh token is good for one use; one that comes a second time "
					+ "ends the login that it belongs to."),

	CROSS_SITE(HttpStatus.FORBIDDEN, "Cross-site request",
			"Send the request from a page of this service, or from a program. Behind a proxy that hides the "
					+ "service's address, set chogo.url."),

	SIGN_UP_CLOSED(HttpStatus.FORBIDDEN, "Sign-up closed",
			"Ask who runs the service. The setting is chogo.accounts.sign-up."),

	CODE_NEEDED(HttpStatus.FORBIDDEN, "Code needed",
			"Send the code that the service printed when it started as \"code\", or sign up on the machine "
					+ "that it runs on."),

	NOT_HERE(HttpStatus.NOT_FOUND, "Not here",
			"Check the address. What belongs to somebody else is answered in the same words as what never was."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "Method not allowed",
			"Use one of the methods that the field Allow lists."),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "Not acceptable",
			"Ask for application/json in Accept, or leave the field out. Nothing was stored."),

	HANDLE_TAKEN(HttpStatus.CONFLICT, "Handle taken", "Choose another handle."),

	CHANGED_SINCE(HttpStatus.CONFLICT, "Changed since",
			"The post was changed after it was published, so taking the publication back would lose the change. "
					+ "Edit or delete the post instead."),

	ON_DESK_ALREADY(HttpStatus.CONFLICT, "On the desk already",
			"The post is on the desk in another draft since. Publish or delete that one, then undo the publication."),

	NOT_PUBLISHED(HttpStatus.CONFLICT, "Not published",
			"Nothing: the draft is on the desk and was not published, so there is nothing to take back."),

	EXPORT_UNDER_WAY(HttpStatus.CONFLICT, "Export under way",
			"Wait until the last export has arrived, or as many seconds as Retry-After says, and ask again."),

	IDEMPOTENCY_KEY_IN_USE(HttpStatus.CONFLICT, "Still under way",
			"Wait as many seconds as Retry-After says and send the same request with the same key again."),

	DELETED(HttpStatus.GONE, "Deleted", "If you have a text that was not saved, keep it and save it as a new draft."),

	PUBLISHED(HttpStatus.GONE, "Published",
			"The draft has become the post that \"post\" names. Change that, or undo the publication with "
					+ "DELETE /api/drafts/{sequence}/publication."),

	STALE(HttpStatus.PRECONDITION_FAILED, "Stale version",
			"Somebody, perhaps you in another window, has saved since. Read what is stored by now (\"version\" says "
					+ "which version), bring the two together, and send the result with its ETag. Nothing was changed."),

	BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "Body too large",
			"Send less at once. The limit is the setting chogo.wire.body."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type",
			"Send the media type that Accept-Post, Accept-Patch or (for PUT) Accept names, in UTF-8."),

	UNSUPPORTED_CODING(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Unsupported content coding",
			"Send the content as it is, without Content-Encoding."),

	INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "Invalid request",
			"Every entry of \"errors\" points at a member of the body (\"pointer\") or at a parameter of the address "
					+ "(\"parameter\") and says what it must be."),

	IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Idempotency-Key reused",
			"The key was sent within the last 24 hours with another body. Make a new key for a new text."),

	TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts",
			"Wait as many seconds as Retry-After says. The limits are the settings chogo.attempts.*."),

	UNFORESEEN(HttpStatus.INTERNAL_SERVER_ERROR, "Unforeseen",
			"Keep the text and try again. If it happens again it is a fault of ours; the service's log says more."),

	UNKNOWN_METHOD(HttpStatus.NOT_IMPLEMENTED, "Unknown method",
			"Use a method of HTTP. Those of an address are told by OPTIONS."),

	NOT_DURABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not saved for certain",
			"Keep the text and send it again. The disk did not take it, so who runs the service should look at "
					+ "the disk and at the log."),

	UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Not available",
			"Keep the text and send it again. The database did not answer, or the search index is being made anew; "
					+ "if it stays so, who runs the service should look at them."),

	DISK_FULL(HttpStatus.INSUFFICIENT_STORAGE, "Disk full",
			"Keep the text and send it again. Nothing of it was stored. Who runs the service should make space on "
					+ "the disk with the data folder; saves work again as soon as there is some.");

	private final HttpStatus status;

	private final String title;

	private final String advice;

	Refusal(HttpStatus status, String title, String advice) {
		this.status = status;
		this.title = title;
		this.advice = advice;
	}

	/** The last part of the problem's {@code type}, such as {@code not-signed-in}. */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The problem's {@code type}, and the address of the page about it. */
	public String type() {
		return "/problems/" + label();
	}

	public int status() {
		return this.status.value();
	}

	public String title() {
		return this.title;
	}

	/** What the sender can do about it, in whole sentences. */
	public String advice() {
		return this.advice;
	}

	static Optional<Refusal> labelled(String label) {
		return Arrays.stream(values()).filter((it) -> it.label().equals(label)).findFirst();
	}

}
