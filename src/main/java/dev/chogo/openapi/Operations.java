package dev.chogo.openapi;

import java.math.BigDecimal;
import java.security.Principal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import dev.chogo.accounts.AccountId;
import dev.chogo.logins.LiveLogin;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Tells of an operation what its Java method says: its name, who may ask, and which
 * parameters and header fields it reads.
 */
@Component
class Operations implements GlobalOperationCustomizer {

	@Override
	public Operation customize(Operation operation, HandlerMethod method) {
		operation.setOperationId(name(method));
		operation.setTags(List.of(subject(method)));
		operation.setSummary(sentence(operation.getSummary()));
		operation.setDescription(null);
		if (!takes(method, AccountId.class) && !takes(method, Principal.class) && !takes(method, LiveLogin.class)) {
			operation.setSecurity(List.of());
		}
		if (operation.getParameters() != null) {
			operation.getParameters().forEach(Operations::number);
		}
		if (takes(method, Window.class)) {
			List.of("limit", "cursor", "q").forEach((name) -> add(operation, name));
		}
		if (takes(method, Precondition.class) && !is(method, RequestMethod.GET)) {
			add(operation, "If-Match");
		}
		if (isRead(method) && operation.getParameters() != null && !takes(method, Window.class)) {
			add(operation, "If-None-Match");
		}
		if (isRepeatable(method)) {
			add(operation, "Idempotency-Key");
		}
		return operation;
	}

	/**
	 * {@code draftSave}: the same as long as the Java names are, while springdoc would
	 * number methods of equal name in an order that changes.
	 */
	private static String name(HandlerMethod method) {
		return StringUtils.uncapitalize(subject(method)) + StringUtils.capitalize(method.getMethod().getName());
	}

	/** A sentence of Javadoc is broken into lines, and ends with a full stop. */
	private static @Nullable String sentence(@Nullable String javadoc) {
		return (javadoc != null) ? javadoc.replaceAll("\\s+", " ").replaceFirst("\\.$", "") : null;
	}

	/** {@code Draft} of {@code DraftController}. */
	static String subject(HandlerMethod method) {
		return method.getBeanType().getSimpleName().replace("Controller", "");
	}

	private static boolean takes(HandlerMethod method, Class<?> type) {
		return Arrays.stream(method.getMethodParameters())
			.anyMatch((parameter) -> type.isAssignableFrom(parameter.getParameterType()));
	}

	/** The pattern of a path variable ends with springdoc; this is what it meant. */
	private static void number(Parameter parameter) {
		switch (parameter.getName()) {
			case "sequence" -> number(parameter, "Its number among its author's, from 1 up.");
			case "version" -> number(parameter, "The number of the version, from 1 up.");
			case "since" ->
				number(parameter.schema(Schemas.number()), "An older version; absent: the one before that is kept.");
			case "Last-Event-ID" ->
				parameter.description("The last event that one had, which a browser sends by itself.");
			default -> {
			}
		}
	}

	private static void number(Parameter parameter, String description) {
		parameter.description(description).getSchema().minimum(BigDecimal.ONE);
	}

	private static void add(Operation operation, String parameter) {
		operation.addParametersItem(new Parameter().$ref("#/components/parameters/" + parameter));
	}

	/** Whether it reads one thing that has a version. */
	private static boolean isRead(HandlerMethod method) {
		return is(method, RequestMethod.GET) && method.getReturnType().getParameterType() == ResponseEntity.class;
	}

	/**
	 * Whether {@code Idempotency-Key} is read: POST under two paths (wire.md, section 2).
	 */
	private static boolean isRepeatable(HandlerMethod method) {
		return is(method, RequestMethod.POST)
				&& Stream.of("Draft", "Post", "Publication").anyMatch(subject(method)::startsWith);
	}

	private static boolean is(HandlerMethod method, RequestMethod verb) {
		RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
		return mapping != null && List.of(mapping.method()).contains(verb);
	}

}
