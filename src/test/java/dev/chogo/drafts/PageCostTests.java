package dev.chogo.drafts;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.SqlSeen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Page 1,000 costs what page 1 costs: the database walks an index, and sorts nothing. */
@ChogoTest
class PageCostTests {

	private static final String ROWS = """
			insert into draft select %d, n, 1, 'title', 'MARKDOWN', '', %s, 'PUBLIC', null, '', '', 0, %s,
			current_timestamp, current_timestamp, null, null, null, null, null, null from %s""";

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private String sql;

	@BeforeEach
	void seeWhatAListSends() {
		Author author = Author.signedUp(this.port);
		author.http().post("/api/drafts", "{\"title\":\"하나\"}");
		List<String> seen = SqlSeen.during(() -> author.http().get("/api/drafts"));
		this.sql = seen.stream().filter((it) -> it.contains("order by")).findFirst().orElseThrow();
	}

	/**
	 * Other tests share the database, and these rows have no save to be repaired from.
	 */
	@AfterEach
	void leaveNothing() {
		this.database.execute("delete from draft where author = -1");
	}

	@Test
	@Tag("h2")
	void h2WalksTheIndex() {
		this.database.execute(ROWS.formatted(-1, "array[]", "x'00'", "(select x as n from system_range(1, 20000))"));
		this.database.execute("analyze");
		assertThat(plan()).contains("DRAFT_ON_DESK").contains("/* index sorted */");
	}

	@Test
	@Tag("postgresql")
	void postgresqlWalksTheIndex() {
		this.database.execute(ROWS.formatted(-1, "'{}'", "'\\x00'", "generate_series(1, 20000) as n"));
		this.database.execute("analyze draft");
		assertThat(plan()).contains("draft_on_desk").doesNotContain("Sort");
	}

	private String plan() {
		return this.database
			.query((connection) -> withPlace(connection.prepareStatement("explain " + this.sql)),
					(row, n) -> row.getString(1))
			.toString();
	}

	/** A place in the middle of a list. */
	private static PreparedStatement withPlace(PreparedStatement statement) throws SQLException {
		OffsetDateTime time = OffsetDateTime.parse("2100-01-01T00:00:00Z");
		statement.setLong(1, -1);
		statement.setObject(2, time);
		statement.setObject(3, time);
		statement.setLong(4, 10_000);
		statement.setLong(5, 21);
		return statement;
	}

}
