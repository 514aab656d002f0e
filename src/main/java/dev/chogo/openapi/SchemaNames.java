package dev.chogo.openapi;

import java.util.Set;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Names schemas after their records: {@code DraftView} is {@code Draft}, and
 * {@code DraftView.Items} is {@code DraftItems}, because every room has its
 * {@code Items}.
 */
class SchemaNames extends TypeNameResolver {

	@Override
	protected String nameForClass(Class<?> type, Set<Options> options) {
		return type.getName().startsWith("dev.chogo.") ? of(type) : super.nameForClass(type, options);
	}

	static String of(Class<?> type) {
		Class<?> outer = type.getEnclosingClass();
		String name = type.getSimpleName().replaceFirst("(?<=.)(?:View|Controller)$", "");
		return (outer != null) ? of(outer) + name : name;
	}

}
