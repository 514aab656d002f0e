package dev.chogo.openapi;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.wire.CodePoints;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells of a record what its Java says: which members are always there, which may be null
 * and how long they may be.
 */
@Component
// The first to come is the last to be asked, so that springdoc can add Javadoc to what it
// says.
@Order(Ordered.HIGHEST_PRECEDENCE)
class Records extends ModelResolver {

	Records(ObjectMapperProvider mappers) {
		super(mappers.jsonMapper(), new SchemaNames());
		openapi31(true);
	}

	@Override
	@SuppressWarnings("rawtypes")
	public @Nullable Schema resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		Class<?> record = objectMapper().constructType(type.getType()).getRawClass();
		if (record == ObjectNode.class) {
			// A merge patch; Schemas says what may be in it.
			return Schemas.type("object");
		}
		Schema schema = super.resolve(type, context, chain);
		Schema<?> model = context.getDefinedModels().get(SchemaNames.of(record));
		if (record.isRecord() && model != null && model.getProperties() != null) {
			describe(record, model);
		}
		return schema;
	}

	@SuppressWarnings("rawtypes")
	private static void describe(Class<?> record, Schema<?> model) {
		Map<String, Schema> members = model.getProperties();
		List<String> required = new ArrayList<>();
		for (RecordComponent component : record.getRecordComponents()) {
			String name = component.getName();
			members.computeIfPresent(name, (key, member) -> described(component, member));
			if (!isLeftOut(component)) {
				required.add(name);
			}
		}
		model.setRequired(required);
	}

	private static Schema<?> described(RecordComponent component, Schema<?> member) {
		CodePoints length = component.getAnnotation(CodePoints.class);
		if (length != null) {
			member.maxLength(length.max()).minLength((length.min() > 0) ? length.min() : null);
		}
		Pattern pattern = component.getAnnotation(Pattern.class);
		if (pattern != null) {
			// Bean Validation matches the whole text, JSON Schema any part of it.
			member.pattern("^(?:%s)$".formatted(pattern.regexp()));
		}
		if (component.getName().equals("success")) {
			member.setConst(true);
		}
		return (isNullable(component) && !isLeftOut(component)) ? Schemas.orNull(member) : member;
	}

	/** A member that has nothing to say is left out of forms, and of some answers. */
	private static boolean isLeftOut(RecordComponent component) {
		Class<?> record = component.getDeclaringRecord();
		return isNullable(component) && (record.getSimpleName().endsWith("Form")
				|| AnnotatedElementUtils.hasAnnotation(record, JsonInclude.class)
				|| component.getAccessor().isAnnotationPresent(JsonInclude.class));
	}

	private static boolean isNullable(RecordComponent component) {
		return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

}
