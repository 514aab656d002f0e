package dev.chogo.idempotency;

import java.io.IOException;
import java.util.regex.Pattern;

import dev.chogo.accounts.AccountId;
import dev.chogo.wire.Bodies;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Gives a POST that is sent again with its {@code Idempotency-Key} the first answer again
 * (draft-ietf-httpapi-idempotency-key-header-07). No room has to know of it.
 */
@Component
class IdempotencyFilter extends OncePerRequestFilter {

	private static final Pattern PATHS = Pattern.compile("/api/(?:drafts|posts|media)(?:/.*)?");

	private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

	private final Answers answers;

	private final Bodies bodies;

	private final HandlerExceptionResolver refusals;

	IdempotencyFilter(Answers answers, Bodies bodies,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.answers = answers;
		this.bodies = bodies;
		this.refusals = refusals;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod()) || request.getHeader("Idempotency-Key") == null
				|| !PATHS.matcher(request.getRequestURI()).matches() || author() == null;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		AccountId author = author();
		String key = unquoted(request.getHeader("Idempotency-Key").strip());
		if (author == null || !KEY.matcher(key).matches()) {
			this.refusals.resolveException(request, response, null, new BadKey());
			return;
		}
		try {
			byte[] body = this.bodies.read(request.getInputStream(), request.getContentLengthLong());
			this.answers.answer(new RememberedAnswer.Key(author.value(), request.getRequestURI(), key), body, response,
					(first) -> chain.doFilter(new RepeatableRequest(request, body), first));
		}
		catch (ErrorResponseException ex) {
			this.refusals.resolveException(request, response, null, ex);
		}
	}

	private static @Nullable AccountId author() {
		Authentication who = SecurityContextHolder.getContext().getAuthentication();
		return (who != null && who.getPrincipal() instanceof AccountId author) ? author : null;
	}

	private static String unquoted(String key) {
		return (key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")) ? key.substring(1, key.length() - 1)
				: key;
	}

}
