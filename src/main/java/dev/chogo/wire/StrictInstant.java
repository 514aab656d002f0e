package dev.chogo.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ValueRange;

import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * A time as RFC 3339 writes it, and nothing else: Jackson's own would take a number too.
 */
@JacksonComponent
class StrictInstant extends StdDeserializer<Instant> {

	private static final ValueRange YEARS = ValueRange.of(0, 9999);

	StrictInstant() {
		super(Instant.class);
	}

	@Override
	public Instant deserialize(JsonParser json, DeserializationContext context) {
		if (!json.hasToken(JsonToken.VALUE_STRING)) {
			return (Instant) context.handleUnexpectedToken(Instant.class, json);
		}
		try {
			OffsetDateTime time = OffsetDateTime.parse(json.getString());
			if (YEARS.isValidIntValue(time.getYear())) {
				return time.toInstant();
			}
		}
		catch (DateTimeException ex) {
			// It is told below, as a year that is none.
		}
		return (Instant) context.handleWeirdStringValue(Instant.class, json.getString(), "not a time");
	}

}
