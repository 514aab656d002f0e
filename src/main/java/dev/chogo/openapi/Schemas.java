package dev.chogo.openapi;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Adds what no record says: the lengths that are settings, merge patches, which come as
 * trees, and problems.
 */
@Component
@SuppressWarnings("rawtypes")
class Schemas implements GlobalOpenApiCustomizer {

	/**
	 * The default of {@code chogo.limits.content}, in bytes and so at most in characters.
	 */
	private static final int CONTENT = 2 * 1024 * 1024;

	@Override
	public void customise(OpenAPI document) {
		Map<String, Schema> schemas = new TreeMap<>(document.getComponents().getSchemas());
		List.of("WritingForm", "Draft", "DraftItem", "Post", "PostItem")
			.forEach((name) -> limit(members(schemas, name)));
		members(schemas, "AccountPatch").computeIfPresent("name", (name, member) -> orNull(member));
		schemas.put("WritingPatch", patch(members(schemas, "WritingForm")));
		schemas.put("BlogPatch", blogPatch(members(schemas, "BlogAbout")));
		schemas.put("Problem", problem());
		schemas.put("Fault", fault());
		schemas.values().forEach(Schemas::describe);
		document.getComponents().setSchemas(schemas);
		document.getPaths().values().forEach(Schemas::bodies);
	}

	/** The same, or null. */
	static Schema<?> orNull(Schema<?> schema) {
		if (schema.get$ref() != null) {
			return new JsonSchema().anyOf(List.of(schema, new JsonSchema().types(Set.of("null"))));
		}
		if (schema.getTypes() == null || schema.getTypes().contains("null")) {
			return schema;
		}
		Schema<?> copy = Json31.mapper().convertValue(schema, JsonSchema.class);
		Set<String> types = new LinkedHashSet<>(schema.getTypes());
		types.add("null");
		copy.setTypes(types);
		if (schema.getEnum() != null) {
			copy.addEnumItemObject(null);
		}
		return copy;
	}

	/** Javadoc is broken into lines and is HTML, a description is Markdown. */
	private static void describe(Schema<?> schema) {
		if (schema.getDescription() != null) {
			schema.setDescription(schema.getDescription().replaceAll("\\s+", " ").replaceAll("</?code>", "`"));
		}
		if (schema.getProperties() != null) {
			schema.getProperties().values().forEach(Schemas::describe);
		}
	}

	private static Map<String, Schema> members(Map<String, Schema> schemas, String name) {
		Schema<?> schema = Objects.requireNonNull(schemas.get(name), name);
		return schema.getProperties();
	}

	private static void limit(Map<String, Schema> members) {
		members.forEach((name, member) -> {
			switch (name) {
				case "title", "category", "slug" -> member.maxLength(200);
				case "content" -> member.maxLength(CONTENT);
				case "tags" -> member.maxItems(30).getItems().minLength(1).maxLength(50);
				case "password" -> member.minLength(1).maxLength(64).writeOnly(true);
				default -> {
				}
			}
		});
	}

	private static Schema<?> blogPatch(Map<String, Schema> about) {
		about.forEach((name, member) -> {
			switch (name) {
				case "title" -> member.maxLength(100);
				case "description" -> member.maxLength(500);
				case "timeZone" -> member.maxLength(64);
				default -> {
				}
			}
		});
		return patch(about);
	}

	/** Any part of a form; null empties a member, but no text is without a format. */
	private static Schema<?> patch(Map<String, Schema> form) {
		Schema<?> patch = type("object")
			.description("A merge patch (RFC 7396): a member that is absent stays, one that is null is emptied.");
		form.forEach((name, member) -> patch.addProperty(name, name.equals("format") ? member : orNull(member)));
		return patch;
	}

	private static Schema<?> problem() {
		return object("type", "title", "status", "detail", "instance", "success")
			.description("Why a request was refused (RFC 9457).")
			.addProperty("type",
					type("string").format("uri-reference")
						.description("Which refusal it is, and the address of a page about it."))
			.addProperty("title", type("string").description("The same for all of this type."))
			.addProperty("status", type("integer").format("int32"))
			.addProperty("detail", type("string").description("What was wrong this time."))
			.addProperty("instance", type("string").format("uri-reference").description("The path that was asked for."))
			.addProperty("success", constant(false))
			.addProperty("errors",
					type("array").items(ref("Fault"))
						.description("What of that which was sent is at fault; where nothing is, absent."))
			.addProperty("version", number().description("With 412: the version that is stored."))
			.addProperty("post", ref("PostAddress"));
	}

	private static Schema<?> fault() {
		return object("detail").description("One thing that is wrong; it has a pointer or a parameter.")
			.addProperty("pointer", type("string").format("json-pointer").description("Where in the body (RFC 6901)."))
			.addProperty("parameter", type("string").description("Which parameter of the address."))
			.addProperty("detail", type("string").description("What it must be."));
	}

	/** Bodies that are more, or less, than the record that they are read into. */
	private static void bodies(PathItem path) {
		path.readOperations().forEach((operation) -> {
			switch (operation.getOperationId()) {
				case "draftRewrite", "postRewrite", "postWrite" ->
					body(operation, ref("WritingForm", "title", "content"));
				case "draftAmend", "postAmend" -> body(operation, ref("WritingPatch"));
				case "accountChange" -> body(operation, ref("AccountPatch"));
				case "accountDelete" -> body(operation, ref("AccountPatch", "currentPassword"));
				case "blogChange" -> body(operation, ref("BlogPatch"));
				default -> {
				}
			}
		});
	}

	private static void body(Operation operation, Schema<?> schema) {
		operation.getRequestBody().getContent().values().forEach((content) -> content.setSchema(schema));
	}

	static Schema<?> ref(String name, String... required) {
		Schema<?> schema = new JsonSchema();
		schema.set$ref("#/components/schemas/" + name);
		if (required.length > 0) {
			schema.setRequired(List.of(required));
		}
		return schema;
	}

	static Schema<?> type(String type) {
		Schema<?> schema = new JsonSchema();
		schema.setTypes(Set.of(type));
		return schema;
	}

	static Schema<?> number() {
		return type("integer").format("int64").minimum(BigDecimal.ONE);
	}

	private static Schema<?> object(String... required) {
		Schema<?> schema = type("object");
		schema.setRequired(List.of(required));
		return schema;
	}

	private static Schema<?> constant(boolean value) {
		Schema<?> schema = type("boolean");
		schema.setConst(value);
		return schema;
	}

}
