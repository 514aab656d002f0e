package dev.chogo.logins;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;

import javax.crypto.SecretKey;

import dev.chogo.accounts.AccountId;
import io.jsonwebtoken.Claims;
import io.jsonwebtoken.Jws;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;

/**
 * Signs statements and reads them back: JWTs by HS256 and nothing else, whatever their
 * header says.
 */
class Statements {

	/** How far the clocks of two machines may be apart. */
	static final Duration SKEW = Duration.ofSeconds(60);

	private static final String LOGIN = "sid";

	private static final String GENERATION = "gen";

	private final SecretKey key;

	private final String issuer;

	private final Clock clock;

	private final JwtParser parser;

	Statements(SecretKey key, String issuer, Clock clock) {
		this.key = key;
		this.issuer = issuer;
		this.clock = clock;
		this.parser = Jwts.parser()
			.verifyWith(key)
			.sig()
			.clear()
			.add(Jwts.SIG.HS256)
			.and()
			.requireIssuer(issuer)
			.clock(() -> Date.from(clock.instant()))
			.clockSkewSeconds(SKEW.toSeconds())
			.json(new StrictJson())
			.build();
	}

	String sign(Statement.Use use, Statement statement, Instant expiresAt) {
		return Jwts.builder()
			.header()
			.type(use.type())
			.and()
			.issuer(this.issuer)
			.audience()
			.add(audience(use))
			.and()
			.subject(statement.account().toString())
			.id("%s.%d.%d".formatted(statement.login(), statement.generation(), statement.issuedAt().getEpochSecond()))
			.issuedAt(Date.from(statement.issuedAt()))
			.notBefore(Date.from(statement.issuedAt()))
			.expiration(Date.from(expiresAt))
			.claim(LOGIN, statement.login())
			.claim(GENERATION, statement.generation())
			.signWith(this.key, Jwts.SIG.HS256)
			.compact();
	}

	/** What a text states, or nothing where it is not a valid statement for this use. */
	Optional<Statement> read(Statement.Use use, String text) {
		try {
			return Optional.of(this.parser.parseSignedClaims(text))
				.filter((jws) -> isFor(use, jws))
				.map(Statements::statement);
		}
		catch (JwtException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private boolean isFor(Statement.Use use, Jws<Claims> jws) {
		Claims claims = jws.getPayload();
		return use.type().equals(jws.getHeader().getType()) && claims.getAudience() != null
				&& claims.getAudience().contains(audience(use)) && claims.getExpiration() != null
				&& claims.getNotBefore() != null && claims.getIssuedAt() != null
				&& !claims.getIssuedAt().toInstant().isAfter(this.clock.instant().plus(SKEW)) && claims.getId() != null
				&& claims.getSubject() != null && claims.get(LOGIN) instanceof String
				&& claims.get(GENERATION) instanceof Number;
	}

	private static Statement statement(Jws<Claims> jws) {
		Claims claims = jws.getPayload();
		return new Statement(new AccountId(Long.parseLong(claims.getSubject())), claims.get(LOGIN, String.class),
				claims.getIssuedAt().toInstant(), claims.get(GENERATION, Number.class).longValue());
	}

	private String audience(Statement.Use use) {
		return "%s/%s".formatted(this.issuer, use.name().toLowerCase(Locale.ROOT));
	}

}
