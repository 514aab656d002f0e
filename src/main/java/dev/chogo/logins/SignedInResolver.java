package dev.chogo.logins;

import dev.chogo.accounts.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers who asks: the {@link AccountId}, or within this room the whole login.
 */
class SignedInResolver implements HandlerMethodArgumentResolver {

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == AccountId.class || parameter.getParameterType() == SignedIn.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
			throw new NotSignedIn(null);
		}
		return (parameter.getParameterType() == AccountId.class) ? signedIn.getPrincipal() : signedIn;
	}

}
