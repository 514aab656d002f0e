package dev.chogo.accounts;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

import dev.chogo.wire.Trees;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Signing up, and one's own account. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
class AccountController {

	/** What proxies add to what they pass on, some this and some that. */
	private static final List<String> PROXY_FIELDS = List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host",
			"X-Forwarded-Proto", "X-Real-IP", "Via");

	private final AccountService accounts;

	private final Trees trees;

	private final Attempts attempts;

	AccountController(AccountService accounts, Trees trees, Attempts attempts) {
		this.accounts = accounts;
		this.trees = trees;
		this.attempts = attempts;
	}

	/** Create an account; this signs nobody in. */
	@PostMapping(path = "/accounts", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<AccountView> signUp(@Valid @RequestBody SignUpForm form, HttpServletRequest request)
			throws UnknownHostException {
		this.attempts.spend(form.handle(), request.getRemoteAddr());
		Person person = this.accounts.signUp(form, isHere(request));
		return ResponseEntity.created(URI.create("/@%s/".formatted(person.handle()))).body(AccountView.of(person));
	}

	/** Read one's own account, with totals. */
	@GetMapping("/account")
	ResponseEntity<AccountView> read(AccountId id) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.accounts.view(id));
	}

	/**
	 * Change one's name, or one's password with the current one; that ends all other
	 * logins.
	 */
	@PatchMapping(path = "/account", consumes = "application/merge-patch+json")
	AccountView change(AccountId id, @RequestBody ObjectNode patch, HttpServletRequest request) {
		AccountPatch form = this.trees.form(patch, AccountPatch.class);
		countGuess(id, form.currentPassword(), request);
		return this.accounts.change(id, form, patch.has("name"));
	}

	/** Delete one's account with all that it wrote; needs the current password. */
	@DeleteMapping(path = "/account", consumes = MediaType.APPLICATION_JSON_VALUE)
	Done delete(AccountId id, @Valid @RequestBody(required = false) @Nullable AccountPatch proof,
			HttpServletRequest request) {
		String currentPassword = (proof != null) ? proof.currentPassword() : null;
		countGuess(id, currentPassword, request);
		this.accounts.delete(id, currentPassword);
		return new Done(true);
	}

	/**
	 * Whoever holds a stolen token must not be able to guess the password by the
	 * thousand.
	 */
	private void countGuess(AccountId id, @Nullable String currentPassword, HttpServletRequest request) {
		if (currentPassword != null) {
			this.attempts.spend("#" + id, request.getRemoteAddr());
		}
	}

	/** The body of an answer that has nothing to tell. */
	record Done(boolean success) {
	}

	/**
	 * Whether a request comes from this machine; one that a proxy passes on does not
	 * count as such.
	 */
	private static boolean isHere(HttpServletRequest request) throws UnknownHostException {
		return PROXY_FIELDS.stream().allMatch((field) -> request.getHeader(field) == null)
				&& InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
	}

}
