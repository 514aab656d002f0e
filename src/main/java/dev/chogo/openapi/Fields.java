package dev.chogo.openapi;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.tags.Tag;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Says once what each parameter and header field means that many operations share. */
@Component
class Fields implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		Components components = document.getComponents();
		components.setParameters(new TreeMap<>());
		components.setHeaders(new TreeMap<>());
		parameters(components);
		headers(components);
		document
			.setTags(document.getTags().stream().map(Fields::tag).sorted(Comparator.comparing(Tag::getName)).toList());
	}

	/** {@code DraftTrash}, where springdoc says {@code draft-trash-controller}. */
	private static Tag tag(Tag tag) {
		return tag.name(Arrays.stream(tag.getName().replace("-controller", "").split("-"))
			.map(StringUtils::capitalize)
			.collect(Collectors.joining()));
	}

	private static void parameters(Components components) {
		parameter(components, "limit", "query", "How many entries at most.", limit());
		parameter(components, "cursor", "query", "Where the page begins, as the Link of the page before says.", text());
		parameter(components, "q", "query", "Words that each entry has in its title or content.",
				text().maxLength(200));
		parameter(components, "If-Match", "header",
				"The version that the request was made for, such as \"3\"; if another is stored: 412. "
						+ "A write without it goes over what is stored, which stays among the versions.",
				text());
		parameter(components, "If-None-Match", "header", "The version that one has; if it is the one stored: 304.",
				text());
		parameter(components, "Idempotency-Key", "header",
				"The same key with the same body within 24 hours gets the first answer again and stores nothing new.",
				text().minLength(1).maxLength(257));
	}

	private static void headers(Components components) {
		header(components, "Location", "Where it is.", text().format("uri-reference"));
		header(components, "Content-Location", "Where that is which was there before.", text().format("uri-reference"));
		header(components, "ETag", "The version as an entity tag, such as \"3\".", text());
		header(components, "Chogo-Version", "The version that is stored now.", Schemas.number());
		header(components, "Chogo-Digest",
				"SHA-256 of the UTF-8 bytes of the content that is stored now, as sha-256=:…: (RFC 9530).",
				text().pattern("^sha-256=:[A-Za-z0-9+/]{43}=:$"));
		header(components, "Chogo-Merge",
				"There where the text had moved on since baseVersion: merged, if both are stored as one, or forked, if "
						+ "what was sent became the draft that fork names.",
				text().pattern("^(?:merged|forked)$"));
		header(components, "Link", "The address of the next page with rel=\"next\" (RFC 8288); absent on the last.",
				text());
		header(components, "Set-Cookie", "The login, or on signing out its end.", text());
		header(components, "WWW-Authenticate", "Bearer, and for a bad token its error (RFC 6750).", text());
		header(components, "Retry-After", "After how many seconds to try again.", Schemas.type("integer"));
		header(components, "Accept-Post", "Which media types a POST may have.", text());
		header(components, "Accept-Patch", "Which media types a PATCH may have.", text());
		header(components, "Accept", "Which media types any other request may have.", text());
		header(components, "Accept-Encoding", "Which content codings are read: identity.", text());
	}

	private static void parameter(Components components, String name, String in, String description, Schema<?> schema) {
		components.addParameters(name, new Parameter().name(name).in(in).description(description).schema(schema));
	}

	private static void header(Components components, String name, String description, Schema<?> schema) {
		components.addHeaders(name, new Header().description(description).schema(schema));
	}

	private static Schema<?> text() {
		return Schemas.type("string");
	}

	private static Schema<?> limit() {
		Schema<Object> schema = new JsonSchema();
		schema.setTypes(Set.of("integer"));
		schema.setMinimum(BigDecimal.ONE);
		schema.setMaximum(BigDecimal.valueOf(100));
		schema.setDefault(20);
		return schema;
	}

}
