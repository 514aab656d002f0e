package dev.chogo.logins;

import java.util.Set;

import dev.chogo.accounts.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers who asks: the {@link AccountId}, for long answers the
 * {@link LiveLogin}, or within this room the whole login.
 */
class SignedInResolver implements HandlerMethodArgumentResolver {

	private static final Set<Class<?>> TYPES = Set.of(AccountId.class, LiveLogin.class, SignedIn.class);

	private final LoginService logins;

	SignedInResolver(LoginService logins) {
		this.logins = logins;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return TYPES.contains(parameter.getParameterType());
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
			throw new NotSignedIn(null);
		}
		if (parameter.getParameterType() == LiveLogin.class) {
			return new Live(signedIn.getPrincipal(), signedIn.login(), this.logins);
		}
		return (parameter.getParameterType() == AccountId.class) ? signedIn.getPrincipal() : signedIn;
	}

	private record Live(AccountId account, String login, LoginService logins) implements LiveLogin {

		@Override
		public boolean isOver() {
			return this.logins.isOver(this.login);
		}

	}

}
