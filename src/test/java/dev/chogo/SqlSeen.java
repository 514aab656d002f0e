package dev.chogo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Sees the SQL that requests, not timers, send to the database. */
public class SqlSeen implements StatementInspector {

	private static final List<String> seen = new CopyOnWriteArrayList<>();

	/** What a request sent. */
	public static List<String> during(Runnable request) {
		seen.clear();
		request.run();
		return List.copyOf(seen);
	}

	@Override
	public String inspect(String sql) {
		if (!Thread.currentThread().getName().contains("scheduling")) {
			seen.add(sql);
		}
		return sql;
	}

}
