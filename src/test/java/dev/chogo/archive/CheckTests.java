package dev.chogo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.jdbc.JdbcConnection;
import org.h2.table.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What does not fit together is found, and what does is not. */
@ChogoTest
@TestPropertySource(properties = "spring.application.name=chogo-check")
class CheckTests {

	/** What is done to the store, and what is then said of it. */
	private static final String FAULTS = """
			delete from draft_version where author = ? and sequence = 1 and version = 2          | draft 1 of kim: its newest version, 2, is not there.
			update draft set version = 1 where author = ? and sequence = 1                       | draft 1 of kim: it is at version 1, but 2 is there.
			update draft set title = 'x' where author = ? and sequence = 1                       | draft 1 of kim: its newest version, 2, says something else.
			update post_version set tags = array['x'] where author = ? and sequence = 1          | post 1 of kim: its newest version, 1, says something else.
			update draft set excerpt = 'x' where author = ? and sequence = 1                     | draft 1 of kim, version 2: its first words are not those of its content.
			update draft_version set length = 9 where author = ? and sequence = 1 and version = 1 | draft 1 of kim, version 1: its content is not as long as is said.
			update draft set digest = (select max(digest) from post) where author = ? and sequence = 1 | draft 1 of kim, version 2: its content is not what was hashed.
			delete from post where author = ? and sequence = 1                                   | version 1 is there, but not the text.
			update tally set drafts = 7 where author = ?                                         | kim is told of 7 drafts, and has 1.
			update tally set last_post = 0 where author = ?                                      | kim may give post 1 its number again.
			update tally set entries = 1 where author = ?                                        | The journal of kim may give 5 again.
			delete from tally where author = ?                                                   | kim has no tally.
			delete from account where id = ?                                                     | there is no such author.
			update draft set published_as = 5 where author = ? and sequence = 1                  | draft 1 of kim: it became post 5, which is not there.
			update draft set post = 5 where author = ? and sequence = 1                          | draft 1 of kim: it is to renew post 5, which is not there.
			""";

	@LocalServerPort
	private int port;

	@Autowired
	private Check check;

	@Autowired
	private Backups backups;

	@Autowired
	private JdbcClient database;

	@Autowired
	private DataSource connections;

	private long author;

	private String handle;

	@BeforeEach
	void write() throws IOException {
		Author author = Author.signedUp(this.port);
		Http http = author.http();
		this.handle = author.handle();
		http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"글\"}");
		http.patch("/api/drafts/1", "{\"content\":\"둘째 글\",\"tags\":[\"가\"]}");
		http.post("/api/posts", "{\"title\":\"하나\",\"content\":\"글 하나\"}");
		http.post("/api/drafts", "{\"title\":\"둘\",\"content\":\"글\"}");
		http.delete("/api/drafts/2");
		this.author = this.database.sql("select id from account where handle = ?")
			.param(this.handle)
			.query(Long.class)
			.single();
		assertThat(this.check.run().faults()).isEmpty();
	}

	/** So that one test's faults are not another's. */
	private void leaveNothing() {
		for (String table : new String[] { "draft", "draft_version", "post", "post_version", "tally", "journal" }) {
			this.database.sql("delete from %s where author = ?".formatted(table)).param(this.author).update();
		}
		this.database.sql("delete from account where id = ?").param(this.author).update();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = FAULTS)
	void faultsAreFound(String sql, String fault) throws IOException {
		assertThat(this.database.sql(sql).param(this.author).update()).isEqualTo(1);
		try {
			assertThat(this.check.run().faults()).anyMatch((it) -> it.contains(fault.replace("kim", this.handle)));
		}
		finally {
			leaveNothing();
		}
	}

	@Test
	void aContentThatCannotBeUnpackedIsFound() throws IOException {
		this.database.sql("update draft_version set content = ? where author = ? and version = 1 and sequence = 1")
			.params(new byte[] { 1, 2, 3 }, this.author)
			.update();
		try {
			assertThat(this.check.run().faults())
				.containsExactly("draft 1 of %s, version 1: its content cannot be unpacked.".formatted(this.handle));
			assertThatExceptionOfType(Refused.class).isThrownBy(this::backUp)
				.withMessage("A content cannot be unpacked: check says which.");
		}
		finally {
			leaveNothing();
		}
	}

	@Test
	void aTornTextIsNotBackedUpAsIfItWereWhole() {
		this.database.sql("delete from draft_version where author = ? and sequence = 1 and version = 2")
			.param(this.author)
			.update();
		try {
			assertThatExceptionOfType(Refused.class).isThrownBy(this::backUp)
				.withMessageStartingWith("A text lacks its newest version.");
		}
		finally {
			leaveNothing();
		}
	}

	private void backUp() throws IOException {
		this.backups.write(OutputStream.nullOutputStream(), false);
	}

	@Test
	@Tag("h2")
	void anIndexThatLacksARowIsFound() throws IOException, SQLException {
		try (Connection connection = this.connections.getConnection()) {
			SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
			Table draft = session.getDatabase().getMainSchema().getTableOrView(session, "DRAFT");
			Index index = draft.getIndexes()
				.stream()
				.filter((it) -> it.getName().equals("DRAFT_ON_DESK"))
				.findFirst()
				.get();
			connection.setAutoCommit(false);
			var first = index.find(session, null, null, false);
			first.next();
			index.remove(session, first.get());
			connection.commit();
			try {
				assertThat(this.check.run().faults())
					.contains("Index \"DRAFT_ON_DESK\" holds other rows than its table.");
			}
			finally {
				index.add(session, first.get());
				connection.commit();
				connection.setAutoCommit(true);
			}
		}
		assertThat(this.check.run().faults()).isEmpty();
	}

	@Test
	@Tag("h2")
	void indexesAreLookedAt() throws IOException {
		assertThat(this.check.run().indexes()).isGreaterThan(20);
		assertThat(this.check.run().text()).endsWith("indexes: all fits together.");
	}

}
