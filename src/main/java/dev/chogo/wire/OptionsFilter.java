package dev.chogo.wire;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Answers {@code OPTIONS} with what a resource offers: {@code Allow}, {@code Accept-Post}
 * and {@code Accept-Patch}. Spring's own answer is a 200 that leaves out the media types
 * of POST.
 */
@Component
class OptionsFilter extends OncePerRequestFilter {

	private final RequestMappingHandlerMapping mappings;

	OptionsFilter(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.mappings = mappings;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.OPTIONS.matches(request.getMethod()) || !request.getRequestURI().startsWith("/api/");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		List<RequestMappingInfo> offers = offers(PathContainer.parsePath(request.getRequestURI()));
		if (offers.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.setStatus(HttpStatus.NO_CONTENT.value());
		response.setHeader(HttpHeaders.ALLOW, allow(offers));
		name(response, "Accept-Post", accepted(offers, RequestMethod.POST));
		name(response, "Accept-Patch", accepted(offers, RequestMethod.PATCH));
	}

	private List<RequestMappingInfo> offers(PathContainer path) {
		return this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((info) -> info.getPathPatternsCondition() != null
					&& info.getPathPatternsCondition().getPatterns().stream().anyMatch((it) -> it.matches(path)))
			.toList();
	}

	private static String allow(List<RequestMappingInfo> offers) {
		TreeSet<String> methods = offers.stream()
			.flatMap((info) -> info.getMethodsCondition().getMethods().stream())
			.map(RequestMethod::name)
			.collect(Collectors.toCollection(TreeSet::new));
		if (methods.contains("GET")) {
			methods.add("HEAD");
		}
		methods.add("OPTIONS");
		return String.join(", ", methods);
	}

	private static String accepted(List<RequestMappingInfo> offers, RequestMethod method) {
		return offers.stream()
			.filter((info) -> info.getMethodsCondition().getMethods().contains(method))
			.map((info) -> info.getConsumesCondition().getConsumableMediaTypes())
			.flatMap(Collection::stream)
			.map(MediaType::toString)
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private static void name(HttpServletResponse response, String field, String types) {
		if (!types.isEmpty()) {
			response.setHeader(field, types);
		}
	}

}
