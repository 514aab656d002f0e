package dev.chogo.wire;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before any room sees it, and that nothing of it is stored. */
@ChogoTest
class MessageTests {

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	@AfterEach
	void nothingWasStored() {
		assertThat(this.http.get("/api/drafts").json("/total").intValue()).isZero();
	}

	private void assertRefused(Answer answer, int status) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json("/success").booleanValue()).isFalse();
		assertThat(answer.json("/status").intValue()).isEqualTo(status);
		assertThat(answer.json("/type").stringValue()).startsWith("/problems/");
		assertThat(answer.json("/title").stringValue()).isNotBlank();
		assertThat(answer.json("/detail").stringValue()).isNotBlank();
		assertThat(answer.json("/instance").stringValue()).startsWith("/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "[]", "\"text\"", "5", "null", "true", "{", "{\"title\":\"a\"",
			"{\"title\":\"a\"}x", "{\"title\":\"a\"}{}", "{\"title\":\"a\",\"title\":\"b\"}", "{'title':'a'}",
			"{title:\"a\"}", "{\"title\":\"a\",}", "{\"title\":\"a\"/*c*/}", "{\"title\":NaN}", "{\"title\":\"a\nb\"}",
			"{\"a\":{\"b\":1,\"b\":2},\"title\":\"x\"}", "\uFEFF{\"title\":\"a\"}" })
	void aBodyThatIsNoJsonObjectIsUnreadable(String body) {
		assertRefused(this.http.post("/api/drafts", body), 400);
	}

	@Test
	void nestingHasABound() {
		assertRefused(
				this.http.post("/api/drafts", "{\"title\":\"a\",\"x\":" + "[".repeat(500) + "]".repeat(500) + "}"),
				400);
		assertRefused(this.http.post("/api/drafts", "{\"x\":" + "[".repeat(100_000)), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "C080", "EDA080EDB080", "EDA080", "F4908080", "C3", "E0809F", "FF", "80", "F8A0A0A080" })
	void whatIsNotUtf8IsUnreadable(String hex) {
		byte[] bad = HexFormat.of().parseHex(hex);
		byte[] head = "{\"title\":\"".getBytes(StandardCharsets.US_ASCII);
		byte[] body = new byte[head.length + bad.length + 2];
		System.arraycopy(head, 0, body, 0, head.length);
		System.arraycopy(bad, 0, body, head.length, bad.length);
		body[body.length - 2] = '"';
		body[body.length - 1] = '}';
		assertRefused(this.http.sendBytes("POST", "/api/drafts", "application/json", body), 400);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-16", "UTF-16LE", "UTF-32BE", "EUC-KR" })
	void anotherCharsetIsRefusedWhetherItIsNamedOrNot(String charset) {
		byte[] body = "{\"title\":\"글\"}".getBytes(Charset.forName(charset));
		assertRefused(this.http.sendBytes("POST", "/api/drafts", "application/json", body), 400);
		Answer named = this.http.sendBytes("POST", "/api/drafts", "application/json; charset=" + charset, body);
		assertRefused(named, 415);
		assertThat(named.field("Accept-Post")).isEqualTo("application/json");
	}

	/** Of letters that are ASCII these are well-formed UTF-8 as well. */
	@ParameterizedTest
	@ValueSource(strings = { "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE" })
	void asciiInAnotherCharsetIsRefused(String charset) {
		byte[] body = "{\"title\":\"a\"}".getBytes(Charset.forName(charset));
		assertRefused(this.http.sendBytes("POST", "/api/drafts", "application/json", body), 400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/xml", "application/merge-patch+json", "application/json-patch+json", "nonsense" })
	void anotherMediaTypeIsRefused(String type) {
		Answer answer = this.http.send("POST", "/api/drafts", type, "{\"title\":\"a\"}");
		assertRefused(answer, 415);
		assertThat(answer.field("Accept-Post")).isEqualTo("application/json");
	}

	@Test
	void theFieldSaysWhichMethodWantsWhat() {
		assertThat(this.http.send("PATCH", "/api/drafts/1", "application/json", "{}").field("Accept-Patch"))
			.isEqualTo("application/merge-patch+json");
		assertThat(this.http.send("PUT", "/api/drafts/1", "text/plain", "{}").field("Accept"))
			.isEqualTo("application/json");
	}

	@Test
	void compressedContentIsRefused() {
		Answer answer = this.http.with("Content-Encoding", "gzip").post("/api/drafts", "{\"title\":\"a\"}");
		assertRefused(answer, 415);
		assertThat(answer.field("Accept-Encoding")).isEqualTo("identity");
		assertThat(answer.field("Accept-Post")).isNull();
	}

	@Test
	void whatCannotBeAcceptedIsDecidedBeforeStoring() {
		assertRefused(this.http.with("Accept", "text/csv").post("/api/drafts", "{\"title\":\"a\"}"), 406);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "application/json;q=0", "*/*;q=0", "text/html" })
	void whatIsNotAcceptableIsNot(String accept) {
		assertRefused(this.http.with("Accept", accept).post("/api/drafts", "{\"title\":\"a\"}"), 406);
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json;charset=iso-8859-1", "application/json;charset=EUC-KR", "*/*" })
	void anAnswerIsUtf8WhateverCharsetIsAskedFor(String accept) {
		Answer answer = this.http.with("Accept", accept).get("/api/account");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Content-Type")).isEqualTo("application/json");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/drafts", "/api/session", "/api/accounts", "/api/nothing" })
	void aBrokenMultipartBodyIsNoFaultOfOurs(String path) {
		Answer answer = this.http.send("POST", path, "multipart/form-data", "x");
		assertRefused(answer, path.endsWith("nothing") ? 404 : 415);
	}

	@Test
	void aBodyOverTheLimitIsRefusedAndTheAnswerArrives() {
		byte[] large = "{\"content\":\"%s\"}".formatted("a".repeat(13 * 1024 * 1024)).getBytes(StandardCharsets.UTF_8);
		assertRefused(this.http.sendBytes("POST", "/api/drafts", "application/json", large), 413);
		assertRefused(
				this.http.with("Idempotency-Key", "large").sendBytes("POST", "/api/drafts", "application/json", large),
				413);
	}

	@ParameterizedTest
	@CsvSource({ "PUT, /api/drafts, 'GET, HEAD, OPTIONS, POST'", "DELETE, /api/drafts, 'GET, HEAD, OPTIONS, POST'",
			"POST, /api/drafts/1, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT'", "GET, /api/tokens, 'OPTIONS, POST'",
			"PUT, /api/account, 'DELETE, GET, HEAD, OPTIONS, PATCH'" })
	void aMethodThatIsNotOfferedIsAnsweredWithThoseThatAre(String method, String path, String allow) {
		Answer answer = this.http.send(method, path, "application/json", "{}");
		assertRefused(answer, 405);
		assertThat(answer.field("Allow")).isEqualTo(allow);
	}

	@Test
	void aMethodThatNothingKnowsIsNotImplemented() {
		assertRefused(this.http.send("FOO", "/api/drafts", null, null), 501);
		assertRefused(this.http.send("get", "/api/drafts", null, null), 501);
	}

	@ParameterizedTest
	@CsvSource({ "/api/drafts, 'GET, HEAD, OPTIONS, POST', application/json,",
			"/api/drafts/1, 'DELETE, GET, HEAD, OPTIONS, PATCH, PUT',, application/merge-patch+json",
			"/api/session, 'DELETE, OPTIONS, POST', application/json," })
	void optionsSaysWhatIsOfferedToAnyone(String path, String allow, String post, String patch) {
		Answer answer = new Http(this.port).send("OPTIONS", path, null, null);
		assertThat(answer.status()).isEqualTo(204);
		assertThat(answer.field("Content-Length")).isNull();
		assertThat(answer.field("Allow")).isEqualTo(allow);
		assertThat(answer.field("Accept-Post")).isEqualTo(post);
		assertThat(answer.field("Accept-Patch")).isEqualTo(patch);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/nothing", "/api/", "/api/drafts/", "/api/drafts/0", "/api/drafts/007",
			"/api/drafts/-1", "/api/drafts/1x", "/api/drafts/9223372036854775807", "/api/drafts/9223372036854775808",
			"/api/drafts/1/x" })
	void nothingIsHere(String path) {
		assertRefused(this.http.get(path), 404);
	}

	@Test
	void aReaderGetsAPageAndAProgramAProblem() {
		Answer page = new Http(this.port, "Accept", "text/html").get("/nothing");
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.field("Content-Type")).startsWith("text/html");
		assertRefused(new Http(this.port).get("/nothing"), 404);
	}

}
