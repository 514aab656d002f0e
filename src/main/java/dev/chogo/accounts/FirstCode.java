package dev.chogo.accounts;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The code that the very first sign-up needs from another machine, so that whoever
 * started a service gets its first account, and not whoever found it first.
 */
@Component
class FirstCode {

	private static final Log log = LogFactory.getLog(FirstCode.class);

	private final Accounts accounts;

	private final String code;

	FirstCode(Accounts accounts) {
		this.accounts = accounts;
		byte[] random = new byte[16];
		new SecureRandom().nextBytes(random);
		this.code = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
	}

	boolean is(@Nullable String code) {
		return code != null && MessageDigest.isEqual(code.strip().getBytes(UTF_8), this.code.getBytes(UTF_8));
	}

	@EventListener(ApplicationReadyEvent.class)
	void print() {
		if (!this.accounts.firstIsTaken()) {
			log.info("No account yet. Create it on this machine, or from another one with the code " + this.code);
		}
	}

}
