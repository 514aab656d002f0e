package dev.chogo.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

import org.hibernate.type.descriptor.ValueBinder;
import org.hibernate.type.descriptor.ValueExtractor;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.descriptor.jdbc.BasicBinder;
import org.hibernate.type.descriptor.jdbc.BasicExtractor;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.jspecify.annotations.Nullable;

/**
 * A text as the zlib stream (RFC 1950) of its UTF-8 bytes. It goes as a stream of bytes:
 * the one way in which both a {@code blob} of H2, whose byte arrays end at 1,048,576, and
 * a {@code bytea} of PostgreSQL take it and give it back.
 */
public class PackedText implements JdbcType {

	public static byte[] pack(String text) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (DeflaterOutputStream zlib = new DeflaterOutputStream(packed)) {
			zlib.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return packed.toByteArray();
	}

	/**
	 * Reads a text back.
	 * @throws UncheckedIOException where it is not whole
	 */
	public static String unpack(InputStream packed) {
		try (InflaterInputStream text = new InflaterInputStream(packed)) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A stored text cannot be unpacked", ex);
		}
	}

	@Override
	public int getJdbcTypeCode() {
		return Types.LONGVARBINARY;
	}

	@Override
	public <X> ValueBinder<X> getBinder(JavaType<X> type) {
		return new BasicBinder<>(type, this) {

			@Override
			protected void doBind(PreparedStatement statement, X value, int index, WrapperOptions options)
					throws SQLException {
				byte[] packed = pack(type.unwrap(value, String.class, options));
				statement.setBinaryStream(index, new ByteArrayInputStream(packed), packed.length);
			}

			@Override
			protected void doBind(CallableStatement statement, X value, String name, WrapperOptions options)
					throws SQLException {
				byte[] packed = pack(type.unwrap(value, String.class, options));
				statement.setBinaryStream(name, new ByteArrayInputStream(packed), packed.length);
			}

		};
	}

	@Override
	public <X> ValueExtractor<X> getExtractor(JavaType<X> type) {
		return new BasicExtractor<>(type, this) {

			@Override
			protected @Nullable X doExtract(ResultSet results, int index, WrapperOptions options) throws SQLException {
				InputStream packed = results.getBinaryStream(index);
				return type.wrap((packed != null) ? unpack(packed) : null, options);
			}

			@Override
			protected @Nullable X doExtract(CallableStatement statement, int index, WrapperOptions options)
					throws SQLException {
				return type.wrap(unpack(new ByteArrayInputStream(statement.getBytes(index))), options);
			}

			@Override
			protected @Nullable X doExtract(CallableStatement statement, String name, WrapperOptions options)
					throws SQLException {
				return type.wrap(unpack(new ByteArrayInputStream(statement.getBytes(name))), options);
			}

		};
	}

}
