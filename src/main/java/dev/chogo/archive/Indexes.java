package dev.chogo.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.chogo.store.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds indexes of the database of one's own that have other rows than their table. H2
 * keeps each in a map of its own, and leaves it to its next store that all of them agree;
 * PostgreSQL does not.
 */
@Component
class Indexes {

	private static final String COLUMNS = """
			select table_name, index_name, column_name from information_schema.index_columns
			where table_schema = 'PUBLIC' order by table_name, index_name, ordinal_position""";

	/** All keys in one number, so that no more than that is held of them. */
	private static final String KEYS = """
			select concat(count(*), ' ', sum(ora_hash(cast(row(%s) as varchar)))) from %s use index (%s)""";

	private final JdbcClient database;

	private final boolean there;

	Indexes(JdbcClient database, Optional<DataFolder> own) {
		this.database = database;
		this.there = own.isPresent();
	}

	/** Compares all of them, and returns how many that was. */
	int find(List<String> faults) {
		Map<Index, String> indexes = this.there ? indexes() : Map.of();
		indexes.forEach((index, columns) -> {
			// An empty list of indexes makes H2 go through the table itself.
			if (!keys(columns, index.table(), index.name()).equals(keys(columns, index.table(), ""))) {
				faults.add("Index %s holds other rows than its table.".formatted(index.name()));
			}
		});
		return indexes.size();
	}

	/** All indexes with their columns. */
	private Map<Index, String> indexes() {
		return this.database.sql(COLUMNS)
			.query((row, number) -> Map.entry(new Index(quoted(row.getString(1)), quoted(row.getString(2))),
					quoted(row.getString(3))))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey, LinkedHashMap::new,
					Collectors.mapping(Map.Entry::getValue, Collectors.joining(", "))));
	}

	private String keys(String columns, String table, String index) {
		return this.database.sql(KEYS.formatted(columns, table, index)).query(String.class).single();
	}

	private static String quoted(String name) {
		return "\"%s\"".formatted(name);
	}

	/** An index and its table. */
	private record Index(String table, String name) {
	}

}
