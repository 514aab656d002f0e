package dev.chogo.wire;

import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns bodies that come as a tree, because absent and null differ in them, into forms
 * and back.
 */
@Component
public class Trees {

	private final JsonMapper json;

	private final Validator validator;

	Trees(JsonMapper json, Validator validator) {
		this.json = json;
		this.validator = validator;
	}

	/**
	 * Reads a form.
	 * @throws ConstraintViolationException where it is against a constraint
	 */
	public <T> T form(JsonNode tree, Class<T> type) {
		T form = this.json.treeToValue(tree, type);
		Set<ConstraintViolation<T>> violations = this.validator.validate(form);
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return form;
	}

	/** The tree of a form. */
	public ObjectNode tree(Object form) {
		return this.json.valueToTree(form);
	}

}
