package dev.chogo.logins;

/**
 * The body of an answer with tokens (names after RFC 6749, section 5.1).
 *
 * @param expiresIn seconds for which {@code accessToken} is valid
 */
record TokenView(boolean success, String tokenType, String accessToken, long expiresIn, String refreshToken) {

	static TokenView of(Tokens tokens) {
		return new TokenView(true, "Bearer", tokens.access(), tokens.life().toSeconds(), tokens.refresh());
	}

}
