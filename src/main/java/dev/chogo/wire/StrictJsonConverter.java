package dev.chogo.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets only well-formed UTF-8 without a byte-order mark, of bounded size, come to the
 * JSON parser. Jackson would take overlong forms and surrogates coded as UTF-8 (CESU-8),
 * and would guess UTF-16.
 */
class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

	private final Bodies bodies;

	StrictJsonConverter(JsonMapper json, Bodies bodies) {
		super(json);
		this.bodies = bodies;
	}

	/** Not in another charset: refused as 415 before anything is read. */
	@Override
	public boolean canRead(ResolvableType type, @Nullable MediaType sent) {
		return super.canRead(type, sent)
				&& (sent == null || sent.getCharset() == null || StandardCharsets.UTF_8.equals(sent.getCharset()));
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
			throws IOException {
		HttpHeaders fields = message.getHeaders();
		refuseCoding(fields.getFirst(HttpHeaders.CONTENT_ENCODING));
		byte[] bytes = this.bodies.read(message.getBody(), fields.getContentLength());
		refuseOtherThanUtf8(bytes);
		Object body = super.read(type, new Message(fields, new ByteArrayInputStream(bytes)), hints);
		if (body == null) {
			throw new Unreadable("The body must be a JSON object.");
		}
		return body;
	}

	private static void refuseCoding(@Nullable String coding) {
		if (coding != null && !coding.equalsIgnoreCase("identity")) {
			throw new UnsupportedCoding(coding);
		}
	}

	private static void refuseOtherThanUtf8(byte[] bytes) {
		try {
			// A new decoder reports what is malformed; String's own replaces it in
			// silence.
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			if (text.startsWith("\uFEFF")) {
				throw new Unreadable("The body begins with a byte-order mark.");
			}
			if (text.indexOf(0) >= 0) {
				// By these the parser would take it for UTF-16 or UTF-32.
				throw new Unreadable("The body has U+0000, so it is not JSON in UTF-8.");
			}
		}
		catch (CharacterCodingException ex) {
			throw new Unreadable("The body is not well-formed UTF-8.");
		}
	}

	/** A message whose content was looked at. */
	private record Message(HttpHeaders fields, InputStream content) implements HttpInputMessage {

		@Override
		public InputStream getBody() {
			return this.content;
		}

		@Override
		public HttpHeaders getHeaders() {
			return this.fields;
		}

	}

}
