package dev.chogo.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import dev.chogo.accounts.AccountId;
import dev.chogo.archive.Author.Blog;
import dev.chogo.archive.Front.Published;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.text.Format;
import dev.chogo.text.PackedText;
import dev.chogo.text.Visibility;
import dev.chogo.writing.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells what is stored, from one {@link Snapshot}. Texts are read one by one: both
 * databases would hold a larger result in memory.
 */
@Component
class StoreReader {

	private static final String AUTHOR = """
			select a.handle, a.name, a.password_hash, a.created_at, t.last_draft, t.last_post, t.entries,
			b.author as blog, b.title, b.description, b.time_zone
			from account a join tally t on t.author = a.id left join blog b on b.author = a.id where a.id = ?""";

	private static final String TEXT = """
			select t.*, v.kept, v.content from %1$s t left join %1$s_version v
			on v.author = t.author and v.sequence = t.sequence and v.version = t.version
			where t.author = ? and t.sequence = ?""";

	private static final String NUMBERS = "select sequence from %1$s where author = ? order by sequence";

	private static final String OLDER = """
			select version from %1$s_version where author = ? and sequence = ? and version < ? order by version""";

	private static final String VERSION = "select * from %1$s_version where author = ? and sequence = ? and version = ?";

	private final JdbcClient database;

	StoreReader(JdbcClient database) {
		this.database = database;
	}

	/** Tells of all authors. */
	void tell(Recipient recipient) throws IOException {
		for (long author : this.database.sql("select id from account order by id").query(Long.class).list()) {
			tell(new AccountId(author), recipient);
		}
	}

	/** Tells of one author. */
	void tell(AccountId author, Recipient recipient) throws IOException {
		recipient.author(this.database.sql(AUTHOR).param(author.value()).query(StoreReader::author).single());
		for (Kind kind : Kind.values()) {
			for (long sequence : numbers(kind, NUMBERS, author.value())) {
				text(kind, author.value(), sequence, recipient);
			}
		}
	}

	private void text(Kind kind, long author, long sequence, Recipient recipient) throws IOException {
		TextFile text = this.database.sql(Tables.of(kind, TEXT))
			.params(author, sequence)
			.query((row, number) -> text(kind, row))
			.single();
		recipient.text(text.front(), text.content());
		for (long version : numbers(kind, OLDER, author, sequence, text.front().state().version())) {
			recipient.version(this.database.sql(Tables.of(kind, VERSION))
				.params(author, sequence, version)
				.query((row, number) -> new Version(state(kind, row), content(row)))
				.single());
		}
	}

	private static TextFile text(Kind kind, ResultSet row) throws SQLException {
		// First, because a torn text has nothing else of its newest version either.
		String content = content(row);
		return new TextFile(front(kind, row), content);
	}

	private List<Long> numbers(Kind kind, String sql, Long... which) {
		return this.database.sql(Tables.of(kind, sql)).params((Object[]) which).query(Long.class).list();
	}

	private static Author author(ResultSet row, int number) throws SQLException {
		Blog blog = (numberOrNull(row, "blog") == null) ? null
				: new Blog(row.getString("title"), row.getString("description"), row.getString("time_zone"));
		return new Author(row.getString("handle"), row.getString("name"), time(row, "created_at"),
				row.getString("password_hash"), row.getLong("last_draft"), row.getLong("last_post"),
				row.getLong("entries"), blog);
	}

	private static Front front(Kind kind, ResultSet row) throws SQLException {
		boolean draft = kind == Kind.DRAFT;
		return new Front(kind, row.getLong("sequence"), state(kind, row), time(row, "created_at"),
				timeOrNull(row, "deleted_at"), draft ? timeOrNull(row, "publish_at") : null,
				draft ? published(row) : null, draft ? null : time(row, "published_at"));
	}

	private static @Nullable Published published(ResultSet row) throws SQLException {
		Long post = numberOrNull(row, "published_as");
		return (post != null) ? new Published(post, row.getLong("published_version"), row.getLong("renewed_version"))
				: null;
	}

	private static State state(Kind kind, ResultSet row) throws SQLException {
		return new State(details(row), row.getLong("version"), time(row, "saved_at"),
				Kept.valueOf(row.getString("kept")), (kind == Kind.DRAFT) ? numberOrNull(row, "post") : null);
	}

	private static Details details(ResultSet row) throws SQLException {
		return new Details(row.getString("title"), Format.valueOf(row.getString("format")), row.getString("category"),
				tags(row), Visibility.valueOf(row.getString("visibility")), row.getString("password_hash"),
				row.getString("slug"));
	}

	private static List<String> tags(ResultSet row) throws SQLException {
		return Arrays.stream((Object[]) row.getArray("tags").getArray()).map(String.class::cast).toList();
	}

	private static String content(ResultSet row) throws SQLException {
		InputStream packed = row.getBinaryStream("content");
		if (packed == null) {
			throw new Refused("A text lacks its newest version. Start the service: it repairs what a crash tore.");
		}
		try {
			return PackedText.unpack(packed);
		}
		catch (UncheckedIOException ex) {
			throw new Refused("A content cannot be unpacked: check says which.", ex);
		}
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNull(timeOrNull(row, column));
	}

	private static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
		return row.getObject(column, Long.class);
	}

}
