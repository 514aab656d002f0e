package dev.chogo.logins;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses writes that another site made a browser send, by Fetch Metadata, as OWASP's
 * sheet on cross-site request forgery allows. There is no token that could go stale in an
 * open editor.
 */
class SameSiteFilter extends OncePerRequestFilter {

	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final HandlerExceptionResolver refusals;

	private final SiteSettings settings;

	SameSiteFilter(HandlerExceptionResolver refusals, SiteSettings settings) {
		this.refusals = refusals;
		this.settings = settings;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (SAFE.contains(request.getMethod()) || isOwn(request)) {
			chain.doFilter(request, response);
		}
		else {
			this.refusals.resolveException(request, response, null, new CrossSite());
		}
	}

	private boolean isOwn(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return OWN.contains(site);
		}
		// Browsers leave the field out on plain http to any other name than localhost.
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin == null || origin.equalsIgnoreCase(origin(request))
				|| (!origin.isEmpty() && origin.equalsIgnoreCase(ownUrl()));
	}

	private static String origin(HttpServletRequest request) {
		return ServletUriComponentsBuilder.fromRequest(request).replacePath(null).replaceQuery(null).toUriString();
	}

	private String ownUrl() {
		return (this.settings.url() != null)
				? UriComponentsBuilder.fromUri(this.settings.url()).replacePath(null).toUriString() : "";
	}

}
