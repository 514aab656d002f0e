package dev.chogo.archive;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.chogo.archive.Front.Published;
import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.text.Digest;
import dev.chogo.text.Markup;
import dev.chogo.text.PackedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** Stores what it is told, in the transaction that is open. */
class StoreWriter implements Recipient {

	/**
	 * More than the lost service may have written into a journal since: whoever has read
	 * that must not take what is new for what is old.
	 */
	private static final long UNKNOWN_ENTRIES = 1_000_000;

	private final JdbcClient database;

	private final String nobodysHash;

	private final List<String> closed = new ArrayList<>();

	private String handle = "";

	private long author;

	private @Nullable Front front;

	/**
	 * @param nobodysHash the hash of a password that nobody knows, for authors whose own
	 * is not told
	 */
	StoreWriter(JdbcClient database, String nobodysHash) {
		this.database = database;
		this.nobodysHash = nobodysHash;
	}

	@Override
	public void author(Author author) {
		this.handle = author.handle();
		this.author = account(author);
		row().with("drafts", 0)
			.with("last_draft", author.lastDraft())
			.with("posts", 0)
			.with("last_post", author.lastPost())
			.with("entries", author.entries() + UNKNOWN_ENTRIES)
			.insertedInto("tally", this.database)
			.update();
		if (author.blog() != null) {
			row().with("title", author.blog().title())
				.with("description", author.blog().description())
				.with("time_zone", author.blog().timeZone())
				.insertedInto("blog", this.database)
				.update();
		}
	}

	private long account(Author author) {
		GeneratedKeyHolder id = new GeneratedKeyHolder();
		new Row().with("handle", author.handle())
			.with("name", author.name())
			.with("password_hash", Objects.requireNonNullElse(author.passwordHash(), this.nobodysHash))
			.with("created_at", author.createdAt())
			.insertedInto("account", this.database)
			.update(id, "id");
		return Objects.requireNonNull(id.getKey()).longValue();
	}

	@Override
	public void text(Front front, String content) {
		this.front = front;
		Row row = row(front).with("excerpt", Markup.excerpt(front.format(), content))
			.with("length", length(content))
			.with("digest", Digest.of(content).sha256())
			.with("created_at", front.createdAt())
			.with("deleted_at", front.deletedAt());
		say(front.state().closed(), row);
		(front.kind() == Kind.DRAFT ? draft(front, row) : row.with("published_at", front.publishedAt()))
			.insertedInto(Tables.of(front.kind(), "%1$s"), this.database)
			.update();
		version(new Version(front.state(), content));
		if (front.state().lacksPassword()) {
			this.closed.add("%s of %s".formatted(front, this.handle));
		}
	}

	private static Row draft(Front front, Row row) {
		Published published = front.published();
		return row.with("post", front.state().post())
			.with("publish_at", front.publishAt())
			.with("published_as", (published != null) ? published.post() : null)
			.with("published_version", (published != null) ? published.version() : null)
			.with("renewed_version", (published != null) ? published.renewed() : null);
	}

	@Override
	public void version(Version version) {
		Front text = Objects.requireNonNull(this.front, "A version comes after its text");
		Row row = row(text).with("kept", version.state().kept())
			.with("length", length(version.content()))
			.with("content", packed(version.content()));
		say(version.state().closed(), row);
		if (text.kind() == Kind.DRAFT) {
			row.with("post", version.state().post());
		}
		row.insertedInto(Tables.of(text.kind(), "%1$s_version"), this.database).update();
	}

	private static void say(State state, Row row) {
		Details details = state.details();
		row.with("version", state.version())
			.with("saved_at", state.savedAt())
			.with("title", details.title())
			.with("format", details.format())
			.with("category", details.category())
			.with("tags", details.tags())
			.with("visibility", details.visibility())
			.with("password_hash", details.passwordHash())
			.with("slug", details.slug());
	}

	private Row row() {
		return new Row().with("author", this.author);
	}

	private Row row(Front text) {
		return row().with("sequence", text.sequence());
	}

	/**
	 * As a stream: H2's byte arrays end at 1,048,576, and PostgreSQL knows no other kind.
	 */
	private static SqlBinaryValue packed(String content) {
		byte[] packed = PackedText.pack(content);
		return new SqlBinaryValue(new ByteArrayInputStream(packed), packed.length);
	}

	private static int length(String content) {
		return content.codePointCount(0, content.length());
	}

	/**
	 * Counts what is there now.
	 * @return what is its author's alone by now, because its readers' password was not
	 * told
	 */
	List<String> finish() {
		this.database.sql("""
				update tally set
				drafts = (select count(*) from draft d where d.author = tally.author and d.deleted_at is null),
				posts = (select count(*) from post p where p.author = tally.author and p.deleted_at is null)""")
			.update();
		this.database.sql("update first_sign_up set taken = exists (select 1 from account)").update();
		return this.closed;
	}

}
