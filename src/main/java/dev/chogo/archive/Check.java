package dev.chogo.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks whether all that is stored fits together. */
@Component
class Check {

	private static final String COUNTS = """
			select (select count(*) from account) as authors, (select count(*) from draft) as drafts,
			(select count(*) from post) as posts,
			(select count(*) from draft_version) + (select count(*) from post_version) as versions""";

	private final Snapshot snapshot;

	private final JdbcClient database;

	private final Relations relations;

	private final Contents contents;

	private final Indexes indexes;

	Check(Snapshot snapshot, JdbcClient database, Relations relations, Contents contents, Indexes indexes) {
		this.snapshot = snapshot;
		this.database = database;
		this.relations = relations;
		this.contents = contents;
		this.indexes = indexes;
	}

	Report run() throws IOException {
		return this.snapshot.of(() -> {
			List<String> faults = new ArrayList<>();
			this.relations.find(faults);
			this.contents.find(faults);
			int indexes = this.indexes.find(faults);
			return new Report(this.database.sql(COUNTS).query(Counts.class).single(), indexes, faults);
		});
	}

}
