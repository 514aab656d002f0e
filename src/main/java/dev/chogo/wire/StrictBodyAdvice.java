package dev.chogo.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Lets only well-formed UTF-8 without a byte-order mark, of bounded size, come to the
 * JSON parser. Jackson would take overlong forms and surrogates coded as UTF-8 (CESU-8)
 * and would guess UTF-16.
 */
@RestControllerAdvice
class StrictBodyAdvice extends RequestBodyAdviceAdapter {

	private final Bodies bodies;

	StrictBodyAdvice(Bodies bodies) {
		this.bodies = bodies;
	}

	@Override
	public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public HttpInputMessage beforeBodyRead(HttpInputMessage message, MethodParameter parameter, Type type,
			Class<? extends HttpMessageConverter<?>> converter) throws IOException {
		HttpHeaders fields = message.getHeaders();
		refuseCoding(fields.getFirst(HttpHeaders.CONTENT_ENCODING));
		byte[] bytes = this.bodies.read(message.getBody(), fields.getContentLength());
		refuseOtherThanUtf8(bytes);
		return new Message(fields, new ByteArrayInputStream(bytes));
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
			if (StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().startsWith("\uFEFF")) {
				throw new Unreadable("The body begins with a byte-order mark.");
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
