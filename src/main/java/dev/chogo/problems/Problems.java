package dev.chogo.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.NotHere;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.orm.jpa.JpaSystemException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;

/**
 * Makes a problem (RFC 9457) of everything that is refused or goes wrong, with
 * {@code success} false beside its members.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

	private static final Log log = LogFactory.getLog(Problems.class);

	/** Where Jackson would quote the text, which it does not. */
	private static final Pattern SOURCE = Pattern.compile(" ?\\((?:start marker )?at \\[Source[^\\]]*\\]\\)");

	@Override
	protected @Nullable ResponseEntity<Object> handleExceptionInternal(Exception ex, @Nullable Object body,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = (body instanceof ProblemDetail given) ? given : problemOf(ex, status);
		problem.setProperty("success", false);
		if (problem.getInstance() == null) {
			problem.setInstance(URI.create(path(request)));
		}
		if (ErrorPages.wantsPage(servlet(request))) {
			return page(request, status);
		}
		headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		return super.handleExceptionInternal(ex, problem, headers, status, request);
	}

	/** Leaves it to {@link ErrorPages} to draw a page for a reader. */
	private static @Nullable ResponseEntity<Object> page(WebRequest request, HttpStatusCode status) {
		try {
			HttpServletResponse response = ((ServletWebRequest) request).getResponse();
			if (response != null) {
				response.sendError(status.value());
			}
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static ProblemDetail problemOf(Exception ex, HttpStatusCode status) {
		return (ex instanceof ErrorResponse refusal) ? refusal.getBody() : ProblemDetail.forStatus(status);
	}

	/** Nothing is here: in the same words as for a number that is a stranger's. */
	@Override
	protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(NoResourceFoundException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return refused(new NotHere(), request);
	}

	/** A number beyond what numbers can be is one that never was. */
	@Override
	protected @Nullable ResponseEntity<Object> handleTypeMismatch(TypeMismatchException ex, HttpHeaders headers,
			HttpStatusCode status, WebRequest request) {
		return refused(new NotHere(), request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
			HttpRequestMethodNotSupportedException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Set<String> allowed = new TreeSet<>(Set.of("OPTIONS"));
		Set<HttpMethod> supported = (ex.getSupportedHttpMethods() != null) ? ex.getSupportedHttpMethods() : Set.of();
		supported.forEach((method) -> allowed.add(method.name()));
		if (supported.contains(HttpMethod.GET)) {
			allowed.add("HEAD");
		}
		headers.set(HttpHeaders.ALLOW, String.join(", ", allowed));
		return named("method-not-allowed", "Method not allowed",
				"Here only %s are offered.".formatted(String.join(", ", allowed)), ex, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(HttpMediaTypeNotSupportedException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		String types = accepted(ex, servlet(request));
		headers.remove(HttpHeaders.ACCEPT);
		headers.remove(HttpHeaders.ACCEPT_PATCH);
		headers.set(switch (servlet(request).getMethod()) {
			case "POST" -> "Accept-Post";
			case "PATCH" -> HttpHeaders.ACCEPT_PATCH;
			default -> HttpHeaders.ACCEPT;
		}, types);
		return named("unsupported-media-type", "Unsupported media type", "Send %s in UTF-8.".formatted(types), ex,
				headers, status, request);
	}

	/**
	 * What the resource takes; once its handler is known, Spring names all that its
	 * parsers could read.
	 */
	private static String accepted(HttpMediaTypeNotSupportedException ex, HttpServletRequest request) {
		RequestMapping mapping = (request
			.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler)
					? AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class) : null;
		return (mapping != null && mapping.consumes().length > 0) ? String.join(", ", mapping.consumes())
				: MediaType.toString(ex.getSupportedMediaTypes());
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotAcceptable(HttpMediaTypeNotAcceptableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		// Spring names there what is offered; in an answer it would name what may be
		// sent.
		headers.remove(HttpHeaders.ACCEPT);
		return named("not-acceptable", "Not acceptable",
				"Only %s is offered here.".formatted(MediaType.toString(ex.getSupportedMediaTypes())), ex, headers,
				status, request);
	}

	private @Nullable ResponseEntity<Object> named(String type, String title, String detail, Exception ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create("/problems/" + type));
		problem.setTitle(title);
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		return invalid(
				ex.getFieldErrors()
					.stream()
					.map((error) -> Fault.at(pointer(error.getField()), String.valueOf(error.getDefaultMessage()))),
				request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> invalid(ConstraintViolationException ex, WebRequest request) {
		return invalid(ex.getConstraintViolations()
			.stream()
			.map((violation) -> Fault.at(pointer(violation.getPropertyPath().toString()), violation.getMessage())),
				request);
	}

	private @Nullable ResponseEntity<Object> invalid(Stream<Fault> faults, WebRequest request) {
		return refused(
				new Invalid(faults.sorted(Comparator.comparing((fault) -> String.valueOf(fault.pointer()))).toList()),
				request);
	}

	@Override
	protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		if (ex.getCause() instanceof JacksonException json) {
			return unreadable(json, request);
		}
		return named("unreadable", "Unreadable request", "The body is missing or cannot be read.", ex, headers, status,
				request);
	}

	/**
	 * A body that is not JSON is 400; a member of the wrong type can be pointed at, and
	 * is 422.
	 */
	@ExceptionHandler
	@Nullable ResponseEntity<Object> unreadable(JacksonException ex, WebRequest request) {
		if (ex instanceof MismatchedInputException mismatch && !mismatch.getPath().isEmpty()) {
			return refused(new Invalid(Fault.at(pointer(mismatch), expected(mismatch))), request);
		}
		if (ex instanceof InputCoercionException && !ex.getPath().isEmpty()) {
			return refused(new Invalid(Fault.at(pointer(ex), "is too large a number")), request);
		}
		return named("unreadable", "Unreadable request",
				(ex instanceof DatabindException) ? "The body must be a JSON object."
						: "The body is not JSON: %s".formatted(SOURCE.matcher(ex.getOriginalMessage()).replaceAll("")),
				ex, new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
	}

	private static String expected(MismatchedInputException ex) {
		Class<?> type = (ex.getTargetType() != null) ? ex.getTargetType() : Object.class;
		if (type.isEnum()) {
			return "must be one of " + Arrays.stream(type.getEnumConstants())
				.map((it) -> it.toString().toLowerCase(Locale.ROOT))
				.collect(Collectors.joining(", "));
		}
		if (Boolean.class.isAssignableFrom(type)) {
			return "must be true or false";
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "must be a list";
		}
		if (type == Instant.class) {
			return "must be a time such as 2026-01-31T09:00:00Z";
		}
		return (type == String.class) ? "must be a text" : "is of the wrong type";
	}

	private static String pointer(JacksonException ex) {
		return ex.getPath()
			.stream()
			.map((step) -> "/" + ((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()))
			.collect(Collectors.joining());
	}

	/** {@code tags[0].name} as RFC 6901 has it. */
	private static String pointer(String path) {
		return "/" + path.replace("].", "/").replaceAll("[\\[.]", "/").replace("]", "");
	}

	/**
	 * A query whose percent-encoding is not UTF-8; which parameter it is cannot be said.
	 */
	@ExceptionHandler
	@Nullable ResponseEntity<Object> unreadable(InvalidParameterException ex, WebRequest request) {
		return named("unreadable", "Unreadable request", "The query is not percent-encoded UTF-8.", ex,
				new HttpHeaders(), HttpStatus.BAD_REQUEST, request);
	}

	/**
	 * The database is not there, or another writer held it for too long: nothing was
	 * stored.
	 */
	@ExceptionHandler({ TransientDataAccessException.class, DataAccessResourceFailureException.class,
			CannotCreateTransactionException.class, JpaSystemException.class })
	@Nullable ResponseEntity<Object> unavailable(Exception ex, WebRequest request) {
		log.error("The database did not answer " + path(request), ex);
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "5");
		return named("unavailable", "Not available", "The database does not answer. Keep the text and send it again.",
				ex, headers, HttpStatus.SERVICE_UNAVAILABLE, request);
	}

	@ExceptionHandler
	@Nullable ResponseEntity<Object> unforeseen(Exception ex, WebRequest request) {
		log.error("Could not answer " + path(request), ex);
		return named("unforeseen", "Unforeseen", "Something went wrong here; nothing of it was stored.", ex,
				new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
	}

	private @Nullable ResponseEntity<Object> refused(ErrorResponseException refusal, WebRequest request) {
		return handleExceptionInternal(refusal, refusal.getBody(), new HttpHeaders(), refusal.getStatusCode(), request);
	}

	private static String path(WebRequest request) {
		return servlet(request).getRequestURI();
	}

	private static HttpServletRequest servlet(WebRequest request) {
		return ((ServletWebRequest) request).getRequest();
	}

}
