package dev.chogo.logins;

import java.time.Clock;
import java.util.Base64;
import java.util.List;

import javax.crypto.SecretKey;

import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Keys;
import jakarta.servlet.DispatcherType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who may come in, and what browsers are told to forbid. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LoginConfiguration implements WebMvcConfigurer {

	private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
			+ "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
			+ "require-trusted-types-for 'script'";

	private final ObjectProvider<LoginService> logins;

	LoginConfiguration(ObjectProvider<LoginService> logins) {
		this.logins = logins;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new SignedInResolver(this.logins.getObject()));
	}

	@Bean
	SecurityFilterChain doors(HttpSecurity http, LoginService logins, SiteSettings settings,
			@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
		return http
			// SameSiteFilter takes the place of tokens, and Statements that of sessions.
			.csrf(AbstractHttpConfigurer::disable)
			.sessionManagement((session) -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.addFilterBefore(new SameSiteFilter(refusals, settings), AuthorizationFilter.class)
			.addFilterBefore(new LoginFilter(logins), AuthorizationFilter.class)
			.authorizeHttpRequests((requests) -> requests
				// The end of a long answer, whose beginning was let through.
				.dispatcherTypeMatchers(DispatcherType.ASYNC)
				.permitAll()
				.requestMatchers(HttpMethod.OPTIONS, "/api/**")
				.permitAll()
				.requestMatchers(HttpMethod.POST, "/api/accounts", "/api/session", "/api/tokens", "/api/tokens/refresh",
						"/api/tokens/revocation")
				.permitAll()
				.requestMatchers("/api/**")
				.authenticated()
				.anyRequest()
				.permitAll())
			.exceptionHandling((refused) -> refused
				.authenticationEntryPoint((request, response, ex) -> refusals.resolveException(request, response, null,
						new NotSignedIn(LoginFilter.refused(request))))
				.accessDeniedHandler(
						(request, response, ex) -> refusals.resolveException(request, response, null, new CrossSite())))
			.headers((headers) -> headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
				.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
				.crossOriginOpenerPolicy((opener) -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN)))
			.build();
	}

	/** Lets every method through to where an unknown one is answered 501. */
	@Bean
	HttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setUnsafeAllowAnyHttpMethod(true);
		// Tomcat has refused what no field may have; what is wrong in one, its reader
		// says.
		firewall.setAllowedHeaderValues((value) -> true);
		return firewall;
	}

	@Bean
	Statements statements(TokenSettings settings, SigningKeys keys, Clock clock) {
		return new Statements(key(settings, keys, clock), settings.issuer(), clock);
	}

	@Bean
	EndedLogins endedLogins(TokenSettings settings) {
		return new EndedLogins(settings.access().plus(Statements.SKEW.multipliedBy(2)));
	}

	private static SecretKey key(TokenSettings settings, SigningKeys keys, Clock clock) {
		if (settings.key() != null) {
			return Keys.hmacShaKeyFor(Base64.getDecoder().decode(settings.key()));
		}
		return Keys.hmacShaKeyFor(keys.findById(1).orElseGet(() -> made(keys, clock)).secret());
	}

	private static SigningKey made(SigningKeys keys, Clock clock) {
		try {
			return keys.saveAndFlush(new SigningKey(Jwts.SIG.HS256.key().build().getEncoded(), clock.instant()));
		}
		catch (DataIntegrityViolationException ex) {
			// Another process on the same database was first.
			return keys.findById(1).orElseThrow();
		}
	}

}
