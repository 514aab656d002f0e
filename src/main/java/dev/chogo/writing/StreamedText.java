package dev.chogo.writing;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * A long text as a stream of characters: the one way in which both a {@code clob} of H2,
 * whose strings end at 1,048,576 characters, and a {@code text} of PostgreSQL, which
 * Hibernate's own {@code @Lob} would make a large object, take it and give it back.
 */
class StreamedText implements JdbcType {

	@Override
	public int getJdbcTypeCode() {
		return Types.LONGVARCHAR;
	}

	@Override
	public <X> ValueBinder<X> getBinder(JavaType<X> type) {
		return new BasicBinder<>(type, this) {

			@Override
			protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
					throws SQLException {
				String text = type.unwrap(value, String.class, options);
				statement.setCharacterStream(index, new StringReader(text), text.length());
			}

			@Override
			protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
					throws SQLException {
				String text = type.unwrap(value, String.class, options);
				statement.setCharacterStream(name, new StringReader(text), text.length());
			}

		};
	}

	@Override
	public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
		return new BasicExtractor<>(type, this) {

			@Override
			protected @Nullable X doExtract(ResultSet results, int index, WrapperOptions options) throws SQLException {
				return type.wrap(read(results.getCharacterStream(index)), options);
			}

			@Override
			protected @Nullable X doExtract(CallableStatement statement, int index, WrapperOptions options)
					throws SQLException {
				return type.wrap(read(statement.getCharacterStream(index)), options);
			}

			@Override
			protected @Nullable X doExtract(CallableStatement statement, String name, WrapperOptions options)
					throws SQLException {
				return type.wrap(read(statement.getCharacterStream(name)), options);
			}

		};
	}

	private static @Nullable String read(@Nullable Reader reader) {
		if (reader == null) {
			return null;
		}
		try (reader; StringWriter text = new StringWriter()) {
			reader.transferTo(text);
			return text.toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
