package dev.chogo.logins;

import dev.chogo.accounts.AccountView;
import dev.chogo.accounts.Attempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The two doors: a cookie for browsers, tokens for everything else. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class LoginController {

	private final LoginService logins;

	private final Attempts attempts;

	LoginController(LoginService logins, Attempts attempts) {
		this.logins = logins;
		this.attempts = attempts;
	}

	/** Sign in with a cookie. */
	@PostMapping(path = "/session", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<AccountView> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
		this.attempts.spend(credentials.handle(), request.getRemoteAddr());
		CookieLogin login = this.logins.signIn(credentials);
		return ResponseEntity.ok()
			.header(HttpHeaders.SET_COOKIE, login.cookie().field(request))
			.cacheControl(CacheControl.noStore())
			.body(AccountView.of(login.person()));
	}

	/** Sign out, at once. */
	@DeleteMapping("/session")
	ResponseEntity<Done> signOut(SignedIn signedIn, HttpServletRequest request) {
		this.logins.signOut(signedIn);
		return ResponseEntity.ok().header(HttpHeaders.SET_COOKIE, Cookie.NONE.field(request)).body(new Done(true));
	}

	/** Get an access token and a refresh token. */
	@PostMapping(path = "/tokens", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<TokenView> tokens(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
		this.attempts.spend(credentials.handle(), request.getRemoteAddr());
		return answer(this.logins.tokens(credentials));
	}

	/** Get the next tokens for a refresh token. */
	@PostMapping(path = "/tokens/refresh", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<TokenView> refresh(@Valid @RequestBody RefreshForm form, HttpServletRequest request) {
		this.attempts.spend(request.getRemoteAddr());
		return answer(this.logins.refresh(form.refreshToken()));
	}

	/** End the login of a refresh token, and with it all its tokens. */
	@PostMapping(path = "/tokens/revocation", consumes = MediaType.APPLICATION_JSON_VALUE)
	Done revoke(@Valid @RequestBody RefreshForm form) {
		this.logins.revoke(form.refreshToken());
		return new Done(true);
	}

	private static ResponseEntity<TokenView> answer(Tokens tokens) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(TokenView.of(tokens));
	}

	/** The body of an answer that has nothing to tell. */
	record Done(boolean success) {
	}

}
