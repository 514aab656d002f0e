package dev.chogo.logins;

import dev.chogo.MovedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.DeflaterOutputStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is not a token of ours lets nobody in (RFC 8725). */
@DoorsTest
class TokenTests {

	private static final byte[] KEY = Base64.getDecoder().decode(DoorsTest.KEY);

	private static final byte[] OTHER_KEY = "another key, of somebody who would".getBytes(StandardCharsets.US_ASCII);

	private static final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private MovedClock clock;

	private Visitor visitor;

	private String access;

	private String refresh;

	private String cookie;

	@BeforeEach
	void signIn() {
		this.visitor = Visitor.signedUp(this.port, this.database);
		ObjectNode tokens = (ObjectNode) this.visitor.tokens();
		this.access = tokens.at("/accessToken").stringValue();
		this.refresh = tokens.at("/refreshToken").stringValue();
		this.cookie = this.visitor.cookie().substring("chogo=".length());
	}

	@Test
	void tokensMadeByHandAreAcceptedWhereNothingIsWrong() {
		long now = now();
		Map<String, String> good = new LinkedHashMap<>();
		good.put("the one that was given", "Bearer " + this.access);
		good.put("the same claims", "Bearer " + token((claims) -> {
		}));
		good.put("lower case", "bearer " + this.access);
		good.put("mixed case", "bEaReR " + this.access);
		good.put("expired within the skew", "Bearer " + token((claims) -> claims.put("exp", now - 50)));
		good.put("valid in a moment", "Bearer " + token((claims) -> claims.put("nbf", now + 50)));
		good.put("issued in a moment", "Bearer " + token((claims) -> claims.put("iat", now + 50)));
		good.put("audience as a text", "Bearer " + token((claims) -> claims.put("aud", "chogo/access")));
		good.put("a key id that nobody asked for",
				"Bearer " + signed(header().put("kid", "../../dev/null"), claims(), "HmacSHA256", KEY));
		List<String> refused = new ArrayList<>();
		good.forEach((name, authorization) -> {
			Http.Answer answer = this.visitor.http().with("Authorization", authorization).get("/api/account");
			if (answer.status() != 200) {
				refused.add("%s: %s".formatted(name, answer));
			}
		});
		assertThat(refused).as("refused of %d", good.size()).isEmpty();
	}

	@Test
	void forgedSignaturesLetNobodyIn() throws Exception {
		String claims = claims().toString();
		String bare = part(header()) + "." + part(claims());
		Map<String, String> forged = new LinkedHashMap<>();
		for (String none : List.of("none", "None", "nOnE", "NONE", "none ", "")) {
			String unsigned = part(header().put("alg", none)) + "." + part(claims());
			forged.put("alg '%s', no signature".formatted(none), unsigned + ".");
			forged.put("alg '%s', two parts".formatted(none), unsigned);
			forged.put("alg '%s', our signature".formatted(none), unsigned + "." + hmac("HmacSHA256", KEY, unsigned));
			forged.put("alg '%s', the signature of another".formatted(none),
					unsigned + this.access.substring(this.access.lastIndexOf('.')));
		}
		forged.put("HS384 with our key", signed(header().put("alg", "HS384"), claims(), "HmacSHA384", KEY));
		forged.put("HS512 with our key", signed(header().put("alg", "HS512"), claims(), "HmacSHA512", KEY));
		forged.put("HS256 that is HS512", signed(header(), claims(), "HmacSHA512", KEY));
		forged.put("HS512 that is HS256", signed(header().put("alg", "HS512"), claims(), "HmacSHA256", KEY));
		forged.put("hs256", signed(header().put("alg", "hs256"), claims(), "HmacSHA256", KEY));
		forged.put("no alg", signed(without(header(), "alg"), claims(), "HmacSHA256", KEY));
		forged.put("alg null", signed(header().putNull("alg"), claims(), "HmacSHA256", KEY));
		forged.put("alg a number", signed(header().put("alg", 256), claims(), "HmacSHA256", KEY));
		forged.put("alg a list",
				signed(header().set("alg", json.createArrayNode().add("HS256")), claims(), "HmacSHA256", KEY));
		forged.put("another key", signed(header(), claims(), "HmacSHA256", OTHER_KEY));
		forged.put("an empty key", signed(header(), claims(), "HmacSHA256", new byte[32]));
		forged.put("the key in Base64 as the key",
				signed(header(), claims(), "HmacSHA256", DoorsTest.KEY.getBytes(StandardCharsets.US_ASCII)));
		forged.put("the issuer as the key",
				signed(header(), claims(), "HmacSHA256", "chogo".getBytes(StandardCharsets.US_ASCII)));
		forged.put("empty signature", bare + ".");
		forged.put("stripped signature", bare);
		forged.put("half a signature", this.access.substring(0, this.access.length() - 21));
		forged.put("one bit of the signature flipped", flipped(this.access));
		forged.put("signature of other claims", part(header()) + "." + part(claims().put("sub", "1"))
				+ this.access.substring(this.access.lastIndexOf('.')));
		forged.put("signature of zeros", bare + "." + base64(new byte[32]));
		for (String alg : List.of("RS256", "PS256", "ES256", "ES384", "EdDSA")) {
			String start = part(header().put("alg", alg)) + "." + part(claims());
			forged.put(alg + " with r = s = 0", start + "." + base64(new byte[64]));
			forged.put(alg + " signed with our key as a text", start + "." + hmac("HmacSHA256", KEY, start));
		}
		forged.put("b64 false, with our key", unencoded(header().put("b64", false), claims));
		forged.put("b64 false and crit, with our key",
				unencoded(header().put("b64", false).set("crit", json.createArrayNode().add("b64")), claims));
		forged.put("a bomb, with another key", bomb());
		assertAllRefused(forged, 49);
	}

	@Test
	void keysThatTokensBringOrNameAreNotUsed() throws IOException {
		Map<String, String> forged = new LinkedHashMap<>();
		try (ServerSocket elsewhere = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
			String url = "http://127.0.0.1:%d/keys".formatted(elsewhere.getLocalPort());
			ObjectNode jwk = json.createObjectNode().put("kty", "oct").put("k", base64(OTHER_KEY)).put("kid", "1");
			forged.put("jwk", foreign(header().set("jwk", jwk)));
			forged.put("jwk and kid", foreign(header().put("kid", "1").set("jwk", jwk)));
			forged.put("jku", foreign(header().put("jku", url)));
			forged.put("jku and kid", foreign(header().put("jku", url).put("kid", "1")));
			forged.put("x5u", foreign(header().put("x5u", url)));
			forged.put("x5c", foreign(header().set("x5c", json.createArrayNode().add(base64(OTHER_KEY)))));
			forged.put("iss", signed(header(), claims().put("iss", url), "HmacSHA256", OTHER_KEY));
			for (String kid : List.of("../../dev/null", "/dev/null", "' or 1=1", "' or 1=1 --",
					"' union select '" + new String(OTHER_KEY, StandardCharsets.US_ASCII), "1", "", "| sleep 9",
					"${jndi:ldap://127.0.0.1:%d/a}".formatted(elsewhere.getLocalPort()), "\u0000", "x".repeat(4096))) {
				forged.put("kid " + kid, foreign(header().put("kid", kid)));
				forged.put("kid %s and an empty key".formatted(kid),
						signed(header().put("kid", kid), claims(), "HmacSHA256", new byte[1]));
			}
			forged.put("kid a list", foreign(header().set("kid", json.createArrayNode().add("1"))));
			forged.put("kid null", foreign(header().putNull("kid")));
			assertAllRefused(forged, 31);
			elsewhere.setSoTimeout(100);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(elsewhere::accept);
		}
	}

	@Test
	void fieldsTooLongAreRefusedBeforeAnythingIsRead() {
		Http.Answer answer = this.visitor.by(foreign(header().put("kid", "x".repeat(8192)))).get("/api/account");
		assertThat(answer.status()).isIn(400, 431);
	}

	@Test
	void claimsThatAreMissingOrWrongLetNobodyIn() {
		long now = now();
		Map<String, String> forged = new LinkedHashMap<>();
		for (String claim : List.of("exp", "nbf", "iat", "jti", "sub", "iss", "aud", "sid", "gen")) {
			forged.put("no " + claim, token((claims) -> claims.remove(claim)));
			forged.put(claim + " null", token((claims) -> claims.putNull(claim)));
			forged.put(claim + " a list", token((claims) -> claims.set(claim, json.createArrayNode())));
			forged.put(claim + " an object", token((claims) -> claims.set(claim, json.createObjectNode())));
			forged.put(claim + " true", token((claims) -> claims.put(claim, true)));
		}
		forged.put("expired", token((claims) -> claims.put("exp", now - 61)));
		forged.put("expired long ago", token((claims) -> claims.put("exp", 0)));
		forged.put("expired before time", token((claims) -> claims.put("exp", -1)));
		forged.put("not valid yet", token((claims) -> claims.put("nbf", now + 70)));
		forged.put("not issued yet", token((claims) -> claims.put("iat", now + 70)));
		forged.put("issued in a thousand years", token((claims) -> claims.put("iat", now + 31_557_600_000L)));
		for (String claim : List.of("exp", "nbf", "iat")) {
			String time = Long.toString("exp".equals(claim) ? now + 60 : now);
			forged.put(claim + " a text", token((claims) -> claims.put(claim, time)));
			forged.put(claim + " a date",
					token((claims) -> claims.put(claim, Instant.ofEpochSecond(Long.parseLong(time)).toString())));
			forged.put(claim + " too large to be a number", replaced((claims) -> claims
				.replaceFirst("\"%s\":[0-9]+".formatted(claim), "\"%s\":1e400".formatted(claim))));
			forged.put(claim + " empty", token((claims) -> claims.put(claim, "")));
		}
		forged.put("nbf below every number",
				replaced((claims) -> claims.replaceFirst("\"nbf\":[0-9]+", "\"nbf\":-1e400")));
		forged.put("exp not a number", replaced((claims) -> claims.replaceFirst("\"exp\":[0-9]+", "\"exp\":NaN")));
		for (String aud : List.of("chogo", "chogo/refresh", "chogo/cookie", "Chogo/access", "chogo/access ", "")) {
			forged.put("aud " + aud, token((claims) -> claims.put("aud", aud)));
			forged.put("aud [%s]".formatted(aud),
					token((claims) -> claims.set("aud", json.createArrayNode().add(aud))));
		}
		for (String iss : List.of("Chogo", "chogo ", "chogo/access", "")) {
			forged.put("iss " + iss, token((claims) -> claims.put("iss", iss)));
		}
		for (String sub : List.of("", "x", "1.0", "1e3", "0x1", "9223372036854775808", "1 or 1=1")) {
			forged.put("sub " + sub, token((claims) -> claims.put("sub", sub)));
		}
		forged.put("sid a number", token((claims) -> claims.put("sid", 1)));
		forged.put("gen a text", token((claims) -> claims.put("gen", "1")));
		for (String type : List.of("JWT", "rt+jwt", "cookie+jwt", "", "at+jwt ", "at")) {
			forged.put("typ " + type, signed(header().put("typ", type), claims(), "HmacSHA256", KEY));
		}
		forged.put("no typ", signed(without(header(), "typ"), claims(), "HmacSHA256", KEY));
		forged.put("typ null", signed(header().putNull("typ"), claims(), "HmacSHA256", KEY));
		forged.put("typ a list",
				signed(header().set("typ", json.createArrayNode().add("at+jwt")), claims(), "HmacSHA256", KEY));
		forged.put("crit unknown", signed(header().put("chogo", 1).set("crit", json.createArrayNode().add("chogo")),
				claims(), "HmacSHA256", KEY));
		forged.put("crit of what is not there",
				signed(header().set("crit", json.createArrayNode().add("exp2")), claims(), "HmacSHA256", KEY));
		forged.put("crit empty", signed(header().set("crit", json.createArrayNode()), claims(), "HmacSHA256", KEY));
		forged.put("crit a text", signed(header().put("crit", "exp"), claims(), "HmacSHA256", KEY));
		forged.put("a claim twice", replaced((claims) -> claims.replaceFirst("\\{", "{\"sub\":\"1\",")));
		forged.put("a claim twice, after",
				replaced((claims) -> claims.substring(0, claims.length() - 1) + ",\"exp\":1}"));
		forged.put("a claim twice, escaped",
				replaced((claims) -> claims.replaceFirst("\\{", "{\"\\\\u0073ub\":\"1\",")));
		forged.put("alg twice", signed("{\"alg\":\"HS256\",\"alg\":\"none\",\"typ\":\"at+jwt\"}", claims().toString()));
		forged.put("typ twice",
				signed("{\"typ\":\"rt+jwt\",\"alg\":\"HS256\",\"typ\":\"at+jwt\"}", claims().toString()));
		forged.put("claims not JSON", signed(header().toString(), "sub=1"));
		forged.put("claims a list", signed(header().toString(), "[%s]".formatted(claims())));
		forged.put("claims a text", signed(header().toString(), "\"%s\"".formatted(this.visitor.handle())));
		forged.put("claims null", signed(header().toString(), "null"));
		forged.put("claims empty", signed(header().toString(), ""));
		forged.put("claims and more", signed(header().toString(), claims() + "{}"));
		forged.put("header a list", signed("[%s]".formatted(header()), claims().toString()));
		forged.put("header not JSON", signed("alg=HS256", claims().toString()));
		forged.put("nested", signed(header().put("cty", "JWT").toString(), this.access));
		forged.put("nested as a claim", signed(header().toString(), "{\"jwt\":\"%s\"}".formatted(this.access)));
		assertAllRefused(forged, 115);
	}

	@Test
	void otherFormsLetNobodyIn() {
		String[] parts = this.access.split("\\.", -1);
		Map<String, String> forged = new LinkedHashMap<>();
		for (String nothing : List.of("", ".", "..", "...", "....", "a", "a.b", "a.b.c", "null", "undefined",
				"[object Object]", "{}", "Bearer", "=", "*", "%00", "../../etc/passwd")) {
			forged.put("'%s'".formatted(nothing), nothing);
		}
		forged.put("as JSON", "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}".formatted(parts[1],
				parts[0], parts[2]));
		forged.put("payload left out", parts[0] + ".." + parts[2]);
		forged.put("a part more", this.access + ".");
		forged.put("two parts more", this.access + ".a.b");
		forged.put("a part before", "." + this.access);
		forged.put("in quotes", "\"%s\"".formatted(this.access));
		forged.put("in angles", "<%s>".formatted(this.access));
		forged.put("a space within", this.access.replace(".", ". "));
		forged.put("a tab within", this.access.replace(".", "\t."));
		forged.put("escaped", this.access.replace(".", "%2E"));
		forged.put("two", this.access + " " + this.access);
		forged.put("two with a comma", this.access + "," + this.access);
		forged.put("two with their scheme", this.access + ", Bearer " + this.access);
		forged.put("scheme twice", "Bearer " + this.access);
		forged.put("with parameters", this.access + ", realm=\"x\"");
		forged.put("upside down", parts[2] + "." + parts[1] + "." + parts[0]);
		for (String alg : List.of("dir", "A128KW", "A256GCMKW", "RSA-OAEP-256", "ECDH-ES", "PBES2-HS256+A128KW")) {
			ObjectNode header = header().put("alg", alg)
				.put("enc", "A256GCM")
				.put("p2c", 2_147_483_647)
				.put("p2s", "c2FsdA");
			forged.put("JWE " + alg, "%s.%s.%s.%s.%s".formatted(part(header), base64(new byte[40]),
					base64(new byte[12]), parts[1], base64(new byte[16])));
			forged.put("JWE without a key, " + alg,
					"%s..%s.%s.%s".formatted(part(header), base64(new byte[12]), parts[1], base64(new byte[16])));
		}
		assertAllRefused(forged, 45);
	}

	@Test
	void otherSchemesAndSeveralFieldsLetNobodyIn() {
		List<Http> requests = List.of(this.visitor.http().with("Authorization", this.access),
				this.visitor.http().with("Authorization", "Bearer"), this.visitor.http().with("Authorization", ""),
				this.visitor.http().with("Authorization", "Token " + this.access),
				this.visitor.http().with("Authorization", "JWT " + this.access),
				this.visitor.http().with("Authorization", "Bearer:" + this.access),
				this.visitor.http().with("Authorization", "Bearer" + this.access),
				this.visitor.http()
					.with("Authorization",
							"Basic " + base64((this.visitor.handle() + ":" + this.visitor.password())
								.getBytes(StandardCharsets.US_ASCII))),
				this.visitor.http()
					.with("Authorization", "Bearer " + this.access, "Authorization", "Bearer " + flipped(this.access)),
				this.visitor.http()
					.with("Authorization", "Bearer " + this.access, "Authorization", "Bearer " + this.access));
		assertThat(requests).extracting((request) -> request.get("/api/account")).allSatisfy(this::isRefused);
		assertThat(this.visitor.http().get("/api/account?access_token=" + this.access).status()).isEqualTo(401);
		assertThat(this.visitor.http()
			.send("POST", "/api/drafts", "application/x-www-form-urlencoded", "access_token=" + this.access)
			.status()).isEqualTo(401);
	}

	@Test
	void noStatementIsTakenForAnother() {
		assertAllRefused(Map.of("refresh token as access token", this.refresh, "cookie as access token", this.cookie),
				2);
		for (String other : List.of(this.access, this.refresh)) {
			assertThat(this.visitor.http().with("Cookie", "chogo=" + other).get("/api/account").status())
				.isEqualTo(401);
		}
		for (String other : List.of(this.access, this.cookie)) {
			Http.Answer answer = refreshed(other);
			assertThat(answer.status()).isEqualTo(401);
			assertThat(answer.field("WWW-Authenticate")).startsWith("Bearer");
			assertThat(revoked(other).status()).isEqualTo(200);
		}
		assertThat(this.visitor.by(this.access).get("/api/account").status()).isEqualTo(200);
		assertThat(refreshed(this.refresh).status()).isEqualTo(200);
	}

	@Test
	void endedLoginStaysEndedInEveryEncodingOfItsTokens() {
		List<String> variants = variants(this.access);
		assertThat(variants.stream().filter((it) -> this.visitor.by(it).get("/api/account").status() == 200))
			.as("accepted of %d while the login lived", variants.size())
			.isNotEmpty();
		assertThat(this.visitor.by(this.access).delete("/api/session").status()).isEqualTo(200);
		Map<String, String> ended = new LinkedHashMap<>();
		variants.forEach((it) -> ended.put(it, it));
		ended.put("made anew", token((claims) -> {
		}));
		assertAllRefused(ended, 10);
		List<String> refreshTokens = variants(this.refresh);
		assertThat(refreshTokens).extracting((it) -> refreshed(it).status()).containsOnly(401);
	}

	/** The same signature, written otherwise. */
	private static List<String> variants(String token) {
		String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
		String head = token.substring(0, token.length() - 1);
		int last = alphabet.indexOf(token.charAt(token.length() - 1)) & ~3;
		List<String> variants = new ArrayList<>();
		for (int spare = 0; spare < 4; spare++) {
			// 256 bits fill 43 characters but for the last two bits.
			variants.add(head + alphabet.charAt(last + spare));
		}
		int signature = token.lastIndexOf('.') + 1;
		variants.addAll(List.of(token + "=", token + "==", token + "A", token + "AA", token.replace(".", "=."),
				token.substring(0, signature) + token.substring(signature).replace('-', '+').replace('_', '/'),
				token.substring(0, signature) + token.substring(signature).replace('-', '+').replace('_', '/') + "=",
				token + "%3D"));
		return variants;
	}

	private void assertAllRefused(Map<String, String> forged, int atLeast) {
		List<String> accepted = new ArrayList<>();
		forged.forEach((name, token) -> {
			Http.Answer answer = this.visitor.by(token).get("/api/account");
			if (!looksRefused(answer)) {
				accepted.add("%s: %s".formatted(name, answer));
			}
		});
		assertThat(accepted).as("accepted of %d tokens", forged.size()).isEmpty();
		assertThat(forged).as("tokens tried").hasSizeGreaterThanOrEqualTo(atLeast);
	}

	private static boolean looksRefused(Http.Answer answer) {
		return answer.status() == 401 && "application/problem+json".equals(answer.field("Content-Type"))
				&& answer.body().contains("\"success\":false")
				&& answer.field("WWW-Authenticate").startsWith("Bearer error=\"invalid_token\"");
	}

	private void isRefused(Http.Answer answer) {
		assertThat(looksRefused(answer)).as(answer.toString()).isTrue();
	}

	private Http.Answer refreshed(String token) {
		return this.visitor.http().post("/api/tokens/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
	}

	private Http.Answer revoked(String token) {
		return this.visitor.http().post("/api/tokens/revocation", "{\"refreshToken\":\"%s\"}".formatted(token));
	}

	private long now() {
		return this.clock.instant().getEpochSecond();
	}

	/** A token with our signature whose claims are those of the one given, changed. */
	private String token(Consumer<ObjectNode> change) {
		ObjectNode claims = claims();
		change.accept(claims);
		return signed(header(), claims, "HmacSHA256", KEY);
	}

	private String replaced(UnaryOperator<String> change) {
		String before = claims().toString();
		String after = change.apply(before);
		assertThat(after).isNotEqualTo(before);
		return signed(header().toString(), after);
	}

	private String foreign(JsonNode header) {
		return signed(header, claims(), "HmacSHA256", OTHER_KEY);
	}

	private ObjectNode header() {
		return (ObjectNode) json.readTree(Base64.getUrlDecoder().decode(this.access.split("\\.", -1)[0]));
	}

	private ObjectNode claims() {
		return (ObjectNode) json.readTree(Base64.getUrlDecoder().decode(this.access.split("\\.", -1)[1]));
	}

	private static ObjectNode without(ObjectNode object, String member) {
		object.remove(member);
		return object;
	}

	private static String signed(JsonNode header, ObjectNode claims, String algorithm, byte[] key) {
		String start = part(header) + "." + part(claims);
		return start + "." + hmac(algorithm, key, start);
	}

	private static String signed(String header, String claims) {
		String start = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
				+ base64(claims.getBytes(StandardCharsets.UTF_8));
		return start + "." + hmac("HmacSHA256", KEY, start);
	}

	/** As RFC 7797 has it: the payload stands there as it is. */
	private static String unencoded(JsonNode header, String claims) {
		String start = part(header) + "." + claims;
		return start + "." + hmac("HmacSHA256", KEY, start);
	}

	private String bomb() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
			deflater.write(new byte[2_000_000]);
		}
		String start = part(header().put("zip", "DEF")) + "." + base64(bytes.toByteArray());
		return start + "." + hmac("HmacSHA256", OTHER_KEY, start);
	}

	private static String flipped(String token) {
		int at = token.lastIndexOf('.') + 5;
		return token.substring(0, at) + ((token.charAt(at) == 'A') ? 'B' : 'A') + token.substring(at + 1);
	}

	private static String part(JsonNode node) {
		return base64(node.toString().getBytes(StandardCharsets.UTF_8));
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	private static String hmac(String algorithm, byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance(algorithm);
			mac.init(new SecretKeySpec(key, algorithm));
			return base64(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
