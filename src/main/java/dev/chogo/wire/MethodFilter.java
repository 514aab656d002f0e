package dev.chogo.wire;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses a method that nothing here knows; Spring would call it "not allowed" as if it
 * were known.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class MethodFilter extends OncePerRequestFilter {

	private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE",
			"CONNECT");

	private final HandlerExceptionResolver refusals;

	MethodFilter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (KNOWN.contains(request.getMethod())) {
			chain.doFilter(request, response);
		}
		else {
			this.refusals.resolveException(request, response, null, new UnknownMethod());
		}
	}

}
