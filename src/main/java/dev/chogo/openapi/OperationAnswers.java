package dev.chogo.openapi;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.chogo.problems.Refusal;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Lists what each operation can answer: its successes with their fields, and its
 * refusals.
 */
@Component
class OperationAnswers implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		Map<String, ApiResponse> shared = new TreeMap<>();
		Paths sorted = new Paths();
		new TreeMap<>(document.getPaths()).forEach((path, item) -> {
			item.readOperationsMap().forEach((method, operation) -> answer(path, method, operation, shared));
			sorted.addPathItem(path, item);
		});
		document.setPaths(sorted);
		document.getComponents().setResponses(shared);
	}

	private static void answer(String path, HttpMethod method, Operation operation, Map<String, ApiResponse> shared) {
		ApiResponses answers = new ApiResponses();
		Content body = operation.getResponses().values().iterator().next().getContent();
		for (HttpStatus status : successes(operation.getOperationId())) {
			answers.addApiResponse(code(status.value()),
					success(operation.getOperationId(), status, body(operation.getOperationId(), status, body)));
		}
		Map<Integer, List<Refusal>> refusals = refusals(path, method, operation).stream()
			.collect(Collectors.groupingBy(Refusal::status, TreeMap::new, Collectors.toList()));
		refusals.forEach((status, ofThisStatus) -> {
			String name = name(ofThisStatus);
			shared.computeIfAbsent(name, (absent) -> refused(ofThisStatus));
			answers.addApiResponse(code(status), new ApiResponse().$ref("#/components/responses/" + name));
		});
		operation.setResponses(answers);
	}

	private static List<HttpStatus> successes(String operation) {
		return switch (operation) {
			case "draftSave", "postWrite", "accountSignUp" -> List.of(HttpStatus.CREATED);
			case "publicationPublish" -> List.of(HttpStatus.OK, HttpStatus.CREATED, HttpStatus.ACCEPTED);
			case "publicationDesk" -> List.of(HttpStatus.OK, HttpStatus.CREATED);
			case "draftRead", "postRead" -> List.of(HttpStatus.OK, HttpStatus.NOT_MODIFIED);
			default -> List.of(HttpStatus.OK);
		};
	}

	private static ApiResponse success(String operation, HttpStatus status, Content body) {
		ApiResponse answer = new ApiResponse().description(status.getReasonPhrase());
		if (status != HttpStatus.NOT_MODIFIED) {
			answer.content(body);
		}
		fields(operation, status).forEach((name) -> answer.addHeaderObject(name, field(name)));
		return answer;
	}

	/** A publication is told of the post that it made, or of the draft that waits. */
	private static Content body(String operation, HttpStatus status, Content body) {
		if (!operation.equals("publicationPublish")) {
			return body;
		}
		return new Content().addMediaType("application/json",
				new MediaType().schema(Schemas.ref((status == HttpStatus.ACCEPTED) ? "DraftSaved" : "PostSaved")));
	}

	private static List<String> fields(String operation, HttpStatus status) {
		if (status == HttpStatus.ACCEPTED) {
			return List.of("Chogo-Version", "Chogo-Digest");
		}
		String where = (status == HttpStatus.CREATED) ? "Location" : "Content-Location";
		return switch (operation) {
			case "draftSave", "postWrite", "publicationPublish", "publicationDesk" ->
				List.of(where, "ETag", "Chogo-Version", "Chogo-Digest");
			case "draftAmend", "postAmend" -> List.of("ETag", "Chogo-Version", "Chogo-Digest", "Chogo-Merge");
			// No ETag on the answer to a PUT: RFC 9110, section 9.3.4.
			case "draftRewrite", "postRewrite" -> List.of("Chogo-Version", "Chogo-Digest", "Chogo-Merge");
			case "draftDelete", "postDelete", "publicationTakeBack", "draftVersionRestore", "postVersionRestore",
					"draftTrashRestore", "postTrashRestore" ->
				List.of("Chogo-Version", "Chogo-Digest");
			case "draftRead", "postRead" -> List.of("ETag");
			case "draftList", "postList", "draftTrashList", "postTrashList", "draftVersionList", "postVersionList",
					"searchFind" ->
				List.of("Link");
			case "accountSignUp" -> List.of("Location");
			case "loginSignIn", "loginSignOut" -> List.of("Set-Cookie");
			default -> List.of();
		};
	}

	private static Set<Refusal> refusals(String path, HttpMethod method, Operation operation) {
		Set<Refusal> refusals = EnumSet.of(Refusal.NOT_ACCEPTABLE, Refusal.UNFORESEEN, Refusal.UNAVAILABLE);
		refusals.addAll(itsOwn(operation.getOperationId()));
		if (operation.getSecurity() == null) {
			refusals.addAll(Set.of(Refusal.NOT_SIGNED_IN, Refusal.ACCOUNT_DELETED));
		}
		if (method != HttpMethod.GET) {
			refusals.addAll(Set.of(Refusal.CROSS_SITE, Refusal.NOT_DURABLE, Refusal.DISK_FULL));
		}
		if (operation.getRequestBody() != null) {
			refusals.addAll(Set.of(Refusal.UNREADABLE, Refusal.BODY_TOO_LARGE, Refusal.UNSUPPORTED_MEDIA_TYPE,
					Refusal.UNSUPPORTED_CODING, Refusal.INVALID));
		}
		if (path.contains("{sequence}")) {
			refusals.addAll(Set.of(Refusal.NOT_HERE, Refusal.DELETED));
		}
		if (reads(operation, "If-Match")) {
			refusals.addAll(Set.of(Refusal.UNREADABLE, Refusal.STALE));
		}
		if (reads(operation, "limit")) {
			refusals.addAll(Set.of(Refusal.UNREADABLE, Refusal.INVALID));
		}
		if (reads(operation, "Idempotency-Key")) {
			refusals.addAll(Set.of(Refusal.BAD_IDEMPOTENCY_KEY, Refusal.IDEMPOTENCY_KEY_IN_USE,
					Refusal.IDEMPOTENCY_KEY_REUSED, Refusal.BODY_TOO_LARGE));
		}
		return refusals;
	}

	private static Set<Refusal> itsOwn(String operation) {
		return switch (operation) {
			case "accountSignUp" ->
				Set.of(Refusal.SIGN_UP_CLOSED, Refusal.CODE_NEEDED, Refusal.HANDLE_TAKEN, Refusal.TOO_MANY_ATTEMPTS);
			case "accountChange", "accountDelete" -> Set.of(Refusal.TOO_MANY_ATTEMPTS);
			case "exportDownload" -> Set.of(Refusal.EXPORT_UNDER_WAY);
			case "loginSignIn", "loginTokens" -> Set.of(Refusal.WRONG_CREDENTIALS, Refusal.TOO_MANY_ATTEMPTS);
			case "loginRefresh" -> Set.of(Refusal.REFRESH_REFUSED, Refusal.TOO_MANY_ATTEMPTS);
			case "draftRead", "draftRewrite", "draftAmend", "draftDelete", "publicationPublish",
					"draftVersionRestore" ->
				Set.of(Refusal.PUBLISHED);
			case "draftVersionChanges", "postVersionChanges" -> Set.of(Refusal.INVALID);
			case "postVersionRestore" -> Set.of(Refusal.INVALID);
			case "publicationTakeBack" -> Set.of(Refusal.NOT_PUBLISHED, Refusal.CHANGED_SINCE, Refusal.ON_DESK_ALREADY);
			default -> Set.of();
		};
	}

	private static boolean reads(Operation operation, String parameter) {
		return operation.getParameters() != null && operation.getParameters()
			.stream()
			.anyMatch((it) -> ("#/components/parameters/" + parameter).equals(it.get$ref()));
	}

	/** {@code DeletedOrPublished}. */
	private static String name(List<Refusal> refusals) {
		return refusals.stream().map(OperationAnswers::name).collect(Collectors.joining("Or"));
	}

	private static String name(Refusal refusal) {
		return Arrays.stream(refusal.label().split("-")).map(StringUtils::capitalize).collect(Collectors.joining());
	}

	private static ApiResponse refused(List<Refusal> refusals) {
		MediaType problem = new MediaType().schema(Schemas.ref("Problem"));
		refusals.forEach((it) -> problem.addExamples(it.label(), example(it)));
		ApiResponse answer = new ApiResponse()
			.description(refusals.stream().map(Refusal::title).collect(Collectors.joining(", or: ")))
			.content(new Content().addMediaType("application/problem+json", problem));
		refusals.stream()
			.flatMap((it) -> fields(it).stream())
			.distinct()
			.forEach((name) -> answer.addHeaderObject(name, field(name)));
		return answer;
	}

	private static List<String> fields(Refusal refusal) {
		return switch (refusal) {
			case NOT_SIGNED_IN, ACCOUNT_DELETED, WRONG_CREDENTIALS, REFRESH_REFUSED -> List.of("WWW-Authenticate");
			case IDEMPOTENCY_KEY_IN_USE, EXPORT_UNDER_WAY, TOO_MANY_ATTEMPTS, UNAVAILABLE, NOT_DURABLE, DISK_FULL ->
				List.of("Retry-After");
			case UNSUPPORTED_MEDIA_TYPE -> List.of("Accept-Post", "Accept-Patch", "Accept");
			case UNSUPPORTED_CODING -> List.of("Accept-Encoding");
			default -> List.of();
		};
	}

	private static Example example(Refusal refusal) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", refusal.type());
		problem.put("title", refusal.title());
		problem.put("status", refusal.status());
		problem.put("detail", "What was wrong this time.");
		problem.put("instance", "/api/drafts/6");
		problem.put("success", false);
		return new Example().summary(refusal.title()).description(refusal.advice()).value(problem);
	}

	private static Header field(String name) {
		return new Header().$ref("#/components/headers/" + name);
	}

	private static String code(int status) {
		return Integer.toString(status);
	}

}
