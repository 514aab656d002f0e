package dev.chogo.problems;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is left when nothing else answered: a page for readers, a problem for programs.
 */
@Controller
class ErrorPages implements ErrorController {

	/**
	 * Whether a refusal is to be read by a person: a page was asked for, by a browser.
	 */
	static boolean wantsPage(HttpServletRequest request) {
		return wantsPage(request, request.getRequestURI());
	}

	private static boolean wantsPage(HttpServletRequest request, String path) {
		String accept = request.getHeader("Accept");
		return !path.startsWith("/api/") && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	@RequestMapping("/error")
	Object answer(HttpServletRequest request) {
		// Here the request's own path is that of this method.
		String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
		HttpStatusCode status = status(request);
		return wantsPage(request, path) ? page(status) : problem(status, path);
	}

	private static ModelAndView page(HttpStatusCode status) {
		String view = (status.value() == HttpStatus.NOT_FOUND.value()) ? "blog/not-found" : "blog/error";
		ModelAndView page = new ModelAndView(view, Map.of("status", status.value(), "title", reason(status)));
		page.setStatus(status);
		return page;
	}

	private static ResponseEntity<ProblemDetail> problem(HttpStatusCode status, String path) {
		Refusal refusal = switch (status.value()) {
			case 404 -> Refusal.NOT_HERE;
			case 405 -> Refusal.METHOD_NOT_ALLOWED;
			default -> status.is5xxServerError() ? Refusal.UNFORESEEN : Refusal.UNREADABLE;
		};
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "This was refused before it was looked at.");
		problem.setType(URI.create(refusal.type()));
		problem.setTitle(refusal.title());
		problem.setInstance(URI.create(path));
		problem.setProperty("success", false);
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
	}

	private static HttpStatusCode status(HttpServletRequest request) {
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
				? HttpStatusCode.valueOf(status) : HttpStatus.NOT_FOUND;
	}

	private static String reason(HttpStatusCode status) {
		return (status instanceof HttpStatus known) ? known.getReasonPhrase() : "";
	}

}
