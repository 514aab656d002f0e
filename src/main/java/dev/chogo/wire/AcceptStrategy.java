package dev.chogo.wire;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Reads {@code Accept} as it is meant where every answer is UTF-8: a {@code charset} in
 * it is passed over (Spring would write in it, and fail on Hangul after all was stored),
 * and what has a weight of 0 is not acceptable (RFC 9110, section 12.4.2).
 */
class AcceptStrategy implements ContentNegotiationStrategy {

	/** Nothing is ever offered as this. */
	private static final List<MediaType> NOTHING = List.of(new MediaType("application", "x-nothing"));

	private final ContentNegotiationStrategy field = new HeaderContentNegotiationStrategy();

	@Override
	public List<MediaType> resolveMediaTypes(NativeWebRequest request) throws HttpMediaTypeNotAcceptableException {
		List<MediaType> accepted = this.field.resolveMediaTypes(request)
			.stream()
			.filter((type) -> type.getQualityValue() > 0)
			.map(AcceptStrategy::withoutCharset)
			.toList();
		return accepted.isEmpty() ? NOTHING : accepted;
	}

	private static MediaType withoutCharset(MediaType type) {
		Map<String, String> parameters = new TreeMap<>(type.getParameters());
		parameters.keySet().removeIf("charset"::equalsIgnoreCase);
		return new MediaType(type.getType(), type.getSubtype(), parameters);
	}

}
