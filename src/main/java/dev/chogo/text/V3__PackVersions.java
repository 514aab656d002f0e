package dev.chogo.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Packs the contents of versions that were stored before versions were packed. */
@Component
class V3__PackVersions extends BaseJavaMigration {

	@Override
	public void migrate(Context context) throws SQLException {
		pack(context.getConnection(), "draft_version");
		pack(context.getConnection(), "post_version");
	}

	private static void pack(Connection connection, String table) throws SQLException {
		try (Statement read = connection.createStatement();
				ResultSet rows = rows(read, table);
				PreparedStatement write = connection.prepareStatement("update " + table
						+ " set packed = ?, length = ? where author = ? and sequence = ? and version = ?")) {
			while (rows.next()) {
				String content = content(rows);
				byte[] packed = PackedText.pack(content);
				write.setBinaryStream(1, new ByteArrayInputStream(packed), packed.length);
				write.setInt(2, content.codePointCount(0, content.length()));
				write.setLong(3, rows.getLong("author"));
				write.setLong(4, rows.getLong("sequence"));
				write.setLong(5, rows.getLong("version"));
				write.executeUpdate();
			}
		}
	}

	/** A few at a time, on databases that would fetch all at once. */
	private static ResultSet rows(Statement read, String table) throws SQLException {
		read.setFetchSize(100);
		return read.executeQuery("select author, sequence, version, content from " + table);
	}

	/** As a stream: H2's strings end at 1,048,576 characters. */
	private static String content(ResultSet rows) throws SQLException {
		try (Reader reader = rows.getCharacterStream("content"); StringWriter content = new StringWriter()) {
			reader.transferTo(content);
			return content.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
