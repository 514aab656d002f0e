package dev.chogo.openapi;

import java.util.List;

import dev.chogo.accounts.AccountId;
import dev.chogo.logins.LiveLogin;
import dev.chogo.wire.Precondition;
import dev.chogo.wire.Window;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The document as a whole, and the page that shows it. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration implements WebMvcConfigurer {

	/** Names of the two doors in the document. */
	static final String BEARER = "bearer";

	static final String COOKIE = "cookie";

	/**
	 * Swagger UI sets HTML from strings, so Trusted Types would stop it; its pictures are
	 * data.
	 */
	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	OpenApiConfiguration() {
		// These come from the login, the request line, header fields and three
		// parameters.
		SpringDocUtils.getConfig()
			.addRequestWrapperToIgnore(AccountId.class, LiveLogin.class, HttpMethod.class, Precondition.class,
					Window.class);
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new HandlerInterceptor() {

			@Override
			public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
				response.setHeader("Content-Security-Policy", POLICY);
				return true;
			}

		}).addPathPatterns("/swagger-ui/**");
	}

	@Bean
	OpenAPI document() {
		return new OpenAPI()
			.info(new Info().title("Chogo")
				.version("1")
				.summary("A blog whose drafts are not lost")
				.description("""
						An answer to a save is sent only after the save is durable, and proves by \
						`Chogo-Digest` that what is kept is what was sent.

						Whatever is refused is a problem (RFC 9457) with `success` false; its `type` leads to a \
						page that says what to do. Beside what each operation lists, an unknown path is 404, a \
						method that is not offered 405 with `Allow`, and an unknown method 501. `HEAD` is \
						answered as `GET`, and `OPTIONS` with 204 and `Allow`, without login. Lengths are Unicode code \
						points; times are UTC with at most milliseconds.""")
				.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
			// Relative, so that the page asks the service that it came from.
			.servers(List.of(new Server().url("/").description("This service")))
			.security(List.of(new SecurityRequirement().addList(BEARER), new SecurityRequirement().addList(COOKIE)))
			.components(new Components()
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP)
							.scheme("bearer")
							.bearerFormat("JWT")
							.description("The access token of POST /api/tokens. With both, this one alone counts."))
				.addSecuritySchemes(COOKIE,
						new SecurityScheme().type(SecurityScheme.Type.APIKEY)
							.in(SecurityScheme.In.COOKIE)
							.name("chogo")
							.description("The cookie of POST /api/session; on https it is called __Host-chogo.")));
	}

}
