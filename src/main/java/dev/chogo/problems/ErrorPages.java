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
		String accept = request.getHeader("Accept");
		return !request.getRequestURI().startsWith("/api/") && accept != null
				&& accept.contains(MediaType.TEXT_HTML_VALUE);
	}

	@RequestMapping(path = "/error", produces = MediaType.TEXT_HTML_VALUE)
	ModelAndView page(HttpServletRequest request) {
		HttpStatusCode status = status(request);
		String view = (status.value() == HttpStatus.NOT_FOUND.value()) ? "blog/not-found" : "blog/error";
		ModelAndView page = new ModelAndView(view, Map.of("status", status.value(), "title", reason(status)));
		page.setStatus(status);
		return page;
	}

	@RequestMapping("/error")
	ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
		HttpStatusCode status = status(request);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, "This was refused before it was looked at.");
		problem.setType(URI.create(status.is5xxServerError() ? "/problems/unforeseen" : "/problems/unreadable"));
		problem.setInstance(URI.create(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))));
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
