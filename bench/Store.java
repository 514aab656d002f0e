package bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import bench.Text.Save;

/**
 * The database file of a service that does not run, read past the service, from a copy.
 */
final class Store implements AutoCloseable {

	private final Connection connection;

	private Store(Connection connection) {
		this.connection = connection;
	}

	/** The driver of the service itself, out of its jar. */
	static Driver driver(Path jar, Path folder) throws IOException, ReflectiveOperationException {
		Path h2 = folder.resolve("h2.jar");
		try (ZipFile zip = new ZipFile(jar.toFile())) {
			ZipEntry entry = zip.stream()
				.filter((it) -> it.getName().matches("BOOT-INF/lib/h2-.*\\.jar"))
				.findFirst()
				.orElseThrow();
			try (InputStream content = zip.getInputStream(entry)) {
				Files.copy(content, h2, StandardCopyOption.REPLACE_EXISTING);
			}
		}
		// Not closed: the driver is in use until the programme ends.
		@SuppressWarnings("resource")
		URLClassLoader loader = new URLClassLoader(new URL[] { h2.toUri().toURL() });
		return (Driver) loader.loadClass("org.h2.Driver").getConstructor().newInstance();
	}

	/** Opens a copy of what is in a data folder, as it lies there. */
	static Store copyOf(Path data, Driver driver) throws IOException, SQLException {
		Path copy = Files.createDirectories(data.resolveSibling("copy")).resolve("chogo.mv.db");
		Files.copy(data.resolve("chogo.mv.db"), copy, StandardCopyOption.REPLACE_EXISTING);
		Properties login = new Properties();
		login.put("user", "chogo");
		login.put("password", Files.readString(data.resolve("database-password")).strip());
		String file = copy.toAbsolutePath().toString().replace(".mv.db", "");
		return new Store(driver.connect("jdbc:h2:file:%s;IFEXISTS=TRUE;DB_CLOSE_ON_EXIT=FALSE".formatted(file), login));
	}

	/** All versions of a draft, oldest first. */
	List<Save> versions(String handle, long sequence) throws SQLException {
		List<Save> versions = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(
				"""
						select version, title, content from draft_version where author = (select id from account where handle = ?)
						and sequence = ? order by version""")) {
			statement.setString(1, handle);
			statement.setLong(2, sequence);
			ResultSet rows = statement.executeQuery();
			while (rows.next()) {
				versions.add(new Save(rows.getLong(1), rows.getString(2), Hangul.digest(content(rows, 3))));
			}
		}
		return versions;
	}

	/** A text's UTF-8, whether it is kept as text or deflated. */
	private static byte[] content(ResultSet rows, int column) throws SQLException {
		if (rows.getMetaData().getColumnType(column) == Types.CLOB) {
			return rows.getString(column).getBytes(StandardCharsets.UTF_8);
		}
		try (InflaterInputStream content = new InflaterInputStream(rows.getBinaryStream(column))) {
			return content.readAllBytes();
		}
		catch (IOException ex) {
			return new byte[0];
		}
	}

	/** Whether a draft is deleted; null where there is none. */
	Boolean deleted(String handle, long sequence) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				select deleted_at is not null from draft where author = (select id from account where handle = ?)
				and sequence = ?""")) {
			statement.setString(1, handle);
			statement.setLong(2, sequence);
			ResultSet rows = statement.executeQuery();
			return rows.next() ? rows.getBoolean(1) : null;
		}
	}

	/** What does not fit together, whatever was or was not acknowledged. */
	List<String> torn() throws SQLException {
		List<String> torn = new ArrayList<>();
		find(torn, "draft %s of author %s is at version %s, which is not kept", """
				select sequence, author, version from draft d where not exists (select 1 from draft_version v
				where v.author = d.author and v.sequence = d.sequence and v.version = d.version)""");
		find(torn, "draft %s of author %s is at version %s, but %s is kept", """
				select d.sequence, d.author, d.version, max(v.version) from draft d join draft_version v
				on v.author = d.author and v.sequence = d.sequence group by d.author, d.sequence, d.version
				having max(v.version) > d.version""");
		find(torn, "draft %s of author %s has %s versions, from %s to %s", """
				select sequence, author, count(*), min(version), max(version) from draft_version
				group by author, sequence having min(version) <> 1 or max(version) <> count(*)""");
		find(torn, "draft %s of author %s is not there, but its version %s is", """
				select sequence, author, version from draft_version v where not exists (select 1 from draft d
				where d.author = v.author and d.sequence = v.sequence)""");
		find(torn, "draft %s of author %s has another title than its version %s", """
				select d.sequence, d.author, d.version from draft d join draft_version v on v.author = d.author
				and v.sequence = d.sequence and v.version = d.version where v.title <> d.title""");
		find(torn, "author %s has %s drafts, the last %s, but is told of %s, the last %s", """
				select t.author, count(d.sequence), max(d.sequence), t.drafts, t.last_draft from tally t left join (
				select author, sequence from draft where deleted_at is null) d on d.author = t.author
				group by t.author, t.drafts, t.last_draft
				having count(d.sequence) <> t.drafts or coalesce(max(d.sequence), 0) > t.last_draft""");
		findWrongDigests(torn);
		return torn;
	}

	private void findWrongDigests(List<String> torn) throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("""
				select d.sequence, d.author, d.version, d.digest, v.content from draft d join draft_version v
				on v.author = d.author and v.sequence = d.sequence and v.version = d.version""");
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				if (!Hangul.told(rows.getBytes(4)).equals(Hangul.digest(content(rows, 5)))) {
					torn.add("draft %s of author %s has the hash of another content than that of its version %s"
						.formatted(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
				}
			}
		}
	}

	private void find(List<String> found, String words, String sql) throws SQLException {
		for (List<Object> row : rows(sql)) {
			found.add(words.formatted(row.toArray()));
		}
	}

	/** Indexes that hold other rows than their table. */
	List<String> brokenIndexes() throws SQLException {
		Map<List<Object>, List<Object>> columns = new HashMap<>();
		for (List<Object> row : rows("""
				select table_name, index_name, column_name from information_schema.index_columns
				where table_schema = 'PUBLIC' order by table_name, index_name, ordinal_position""")) {
			columns.computeIfAbsent(row.subList(0, 2), (index) -> new ArrayList<>()).add(row.get(2));
		}
		List<String> broken = new ArrayList<>();
		for (Map.Entry<List<Object>, List<Object>> index : columns.entrySet()) {
			String table = quoted(index.getKey().get(0));
			String name = quoted(index.getKey().get(1));
			String keys = index.getValue().stream().map(Store::quoted).collect(Collectors.joining(", "));
			List<String> inIndex = keys(
					"select %s from %s use index (%s) order by %s".formatted(keys, table, name, keys));
			// An empty list of indexes makes H2 go through the table itself.
			if (!inIndex.equals(keys("select %s from %s use index ()".formatted(keys, table)))) {
				broken.add("index %s holds other rows than %s".formatted(name, table));
			}
		}
		return broken;
	}

	private static String quoted(Object name) {
		return "\"%s\"".formatted(name);
	}

	private List<String> keys(String sql) throws SQLException {
		return rows(sql).stream().map(List::toString).sorted().toList();
	}

	private List<List<Object>> rows(String sql) throws SQLException {
		List<List<Object>> found = new ArrayList<>();
		try (PreparedStatement statement = this.connection.prepareStatement(sql);
				ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				List<Object> row = new ArrayList<>();
				for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
					row.add(rows.getObject(i));
				}
				found.add(row);
			}
		}
		return found;
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
	}

}
