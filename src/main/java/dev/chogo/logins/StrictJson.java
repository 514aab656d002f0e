package dev.chogo.logins;

import java.io.Reader;
import java.util.List;
import java.util.Map;

import io.jsonwebtoken.io.AbstractDeserializer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the two JSON parts of a token as RFC 7519 has them. The JWT library's own reader
 * takes a date or a text of digits for a time, infinity for some time in the past, and
 * leaves out what comes after the end.
 */
class StrictJson extends AbstractDeserializer<Map<String, ?>> {

	private static final List<String> TIMES = List.of("exp", "nbf", "iat");

	private static final JsonMapper json = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	@Override
	protected Map<String, ?> doDeserialize(Reader reader) {
		Map<String, ?> members = json.readValue(reader, new TypeReference<Map<String, Object>>() {
		});
		if (members.containsKey("crit")) {
			throw new IllegalArgumentException("No extension of JWS is used here");
		}
		for (String time : TIMES) {
			Object value = members.get(time);
			if (value != null && !(value instanceof Integer) && !(value instanceof Long)) {
				throw new IllegalArgumentException("Not a time in whole seconds: " + time);
			}
		}
		return members;
	}

}
