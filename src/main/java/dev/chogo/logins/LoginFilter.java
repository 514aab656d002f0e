package dev.chogo.logins;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Says who asks, by cookie or by token; with both, {@code Authorization} alone counts,
 * because no other site can make a browser send that field.
 */
class LoginFilter extends OncePerRequestFilter {

	private static final String REFUSED = LoginFilter.class.getName() + ".REFUSED";

	private final LoginService logins;

	LoginFilter(LoginService logins) {
		this.logins = logins;
	}

	/** What was wrong with the token that a request was sent with, or null. */
	static @Nullable String refused(HttpServletRequest request) {
		return (String) request.getAttribute(REFUSED);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		List<String> authorization = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
		Optional<Statement> statement = authorization.isEmpty() ? byCookie(request, response)
				: byToken(authorization, request);
		statement.ifPresent((it) -> {
			SecurityContext context = SecurityContextHolder.createEmptyContext();
			context.setAuthentication(new SignedIn(it));
			SecurityContextHolder.setContext(context);
		});
		chain.doFilter(request, response);
	}

	/**
	 * There must be one such field: of two, a proxy may have looked at the other one.
	 */
	private Optional<Statement> byToken(List<String> authorization, HttpServletRequest request) {
		String field = authorization.get(0);
		Optional<Statement> statement = (authorization.size() == 1 && field.regionMatches(true, 0, "Bearer ", 0, 7))
				? this.logins.access(field.substring(7).strip()) : Optional.empty();
		if (statement.isEmpty()) {
			request.setAttribute(REFUSED, "The access token is not, or no longer, valid.");
		}
		return statement;
	}

	private Optional<Statement> byCookie(HttpServletRequest request, HttpServletResponse response) {
		String value = Cookie.of(request);
		Optional<Statement> statement = (value != null) ? this.logins.cookie(value) : Optional.empty();
		if (statement.isEmpty() || !this.logins.wantsRenewal(statement.get())) {
			return statement;
		}
		Optional<Cookie> renewed = this.logins.renew(statement.get());
		renewed.ifPresent((cookie) -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.field(request)));
		return renewed.isPresent() ? statement : Optional.empty();
	}

}
