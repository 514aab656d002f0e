package dev.chogo.archive;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** A row that is to be stored. */
final class Row {

	private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

	Row with(String column, @Nullable Object value) {
		this.values.put(column, stored(value));
		return this;
	}

	private static @Nullable Object stored(@Nullable Object value) {
		if (value instanceof Instant time) {
			return time.atOffset(ZoneOffset.UTC);
		}
		if (value instanceof Enum<?> name) {
			return name.name();
		}
		if (value instanceof List<?> list) {
			return new SqlArrayValue("varchar", list.toArray());
		}
		return value;
	}

	/** The statement that stores it. */
	JdbcClient.StatementSpec insertedInto(String table, JdbcClient database) {
		return database
			.sql("insert into %s (%s) values (:%s)".formatted(table, String.join(", ", this.values.keySet()),
					String.join(", :", this.values.keySet())))
			.params(this.values);
	}

}
