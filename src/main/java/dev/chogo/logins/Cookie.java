package dev.chogo.logins;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * What a browser keeps of a login.
 *
 * @param value a signed statement; empty to take it away
 * @param life how long the browser keeps it
 */
record Cookie(String value, Duration life) {

	static final Cookie NONE = new Cookie("", Duration.ZERO);

	/**
	 * Its {@code Set-Cookie} field. The prefix {@code __Host-} makes the browser refuse
	 * one that another host or a plain connection tries to set; it works only on https.
	 */
	String field(HttpServletRequest request) {
		return ResponseCookie.from(name(request), this.value)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.path("/")
			.maxAge(this.life)
			.build()
			.toString();
	}

	/** The value that a request has of it, or null. */
	static @Nullable String of(HttpServletRequest request) {
		jakarta.servlet.http.Cookie cookie = WebUtils.getCookie(request, name(request));
		return (cookie != null) ? cookie.getValue() : null;
	}

	private static String name(HttpServletRequest request) {
		return request.isSecure() ? "__Host-chogo" : "chogo";
	}

}
