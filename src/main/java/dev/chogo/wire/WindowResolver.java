package dev.chogo.wire;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads a {@link Window} from the parameters {@code limit}, {@code cursor} and {@code q}.
 */
class WindowResolver implements HandlerMethodArgumentResolver {

	private static final int DEFAULT_LIMIT = 20;

	private static final int MAX_LIMIT = 100;

	private static final int MAX_WORDS = 200;

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Window.class;
	}

	@Override
	public Window resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		return new Window(limit(request.getParameter("limit")), cursor(request.getParameter("cursor")),
				words(request.getParameter("q")));
	}

	private static int limit(@Nullable String text) {
		if (text == null) {
			return DEFAULT_LIMIT;
		}
		if (!text.matches("[1-9][0-9]?|" + MAX_LIMIT)) {
			throw new Invalid(Fault.of("limit", "must be a number from 1 to %d".formatted(MAX_LIMIT)));
		}
		return Integer.parseInt(text);
	}

	private static Cursor cursor(@Nullable String text) {
		try {
			return Cursor.parse(text);
		}
		catch (IllegalArgumentException ex) {
			throw new Invalid(Fault.of("cursor", "must be one that a Link of this list gave"));
		}
	}

	private static String words(@Nullable String text) {
		String fault = (text != null) ? Text.fault(text, 0, MAX_WORDS) : null;
		if (fault != null) {
			throw new Invalid(Fault.of("q", fault));
		}
		return (text != null) ? text.strip() : "";
	}

}
