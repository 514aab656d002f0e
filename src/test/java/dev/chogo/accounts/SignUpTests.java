package dev.chogo.accounts;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may have an account, and what its password is held to. */
@ChogoTest
class SignUpTests {

	private static final AtomicInteger number = new AtomicInteger();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private Passwords passwords;

	private Http http;

	private String handle;

	@BeforeEach
	void choose() {
		this.http = new Http(this.port);
		this.handle = "new-" + number.incrementAndGet();
	}

	@Test
	void signUpAnswersWithAccountAndSignsNobodyIn() {
		Http.Answer answer = this.http.post("/api/accounts",
				"{\"handle\":\"%s\",\"password\":\"긴 비밀번호입니다\",\"name\":\"김초고 🌱\",\"id\":1,\"totals\":{\"drafts\":9}}"
					.formatted(this.handle));
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.field("Location")).isEqualTo("/@%s/".formatted(this.handle));
		assertThat(answer.field("Set-Cookie")).isNull();
		assertThat(answer.body())
			.isEqualTo("{\"success\":true,\"account\":{\"handle\":\"%s\",\"name\":\"김초고 🌱\"}}".formatted(this.handle));
	}

	@Test
	void passwordIsKeptAsArgon2Alone() {
		signUp("긴 비밀번호입니다");
		String hash = this.database.queryForObject("select password_hash from account where handle = ?", String.class,
				this.handle);
		assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("비밀번호");
	}

	@Test
	void takenHandleIsPointedAt() {
		assertThat(signUp("a long enough password").status()).isEqualTo(201);
		Http.Answer answer = signUp("another long password");
		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/handle-taken");
		assertThat(answer.json("/success").booleanValue()).isFalse();
		assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/handle");
		assertThat(signIn("another long password").status()).isEqualTo(401);
		assertThat(signIn("a long enough password").status()).isEqualTo(200);
	}

	@Test
	void handleGoesToOneOfManyWhoAskAtOnce() throws Exception {
		Callable<Http.Answer> request = () -> signUp("a long enough password");
		ExecutorService threads = Executors.newFixedThreadPool(16);
		List<Integer> statuses = new ArrayList<>();
		for (Future<Http.Answer> answer : threads.invokeAll(Collections.nCopies(16, request))) {
			statuses.add(answer.get().status());
		}
		threads.shutdown();
		assertThat(statuses).filteredOn((it) -> it == 201).hasSize(1);
		assertThat(statuses).filteredOn((it) -> it == 409).hasSize(15);
		assertThat(signIn("a long enough password").status()).isEqualTo(200);
	}

	@Test
	void handlesOfOtherFormsArePointedAt() {
		for (String value : List.of("\"a\"", "\"\"", "null", "\"%s\"".formatted("a".repeat(33)), "\"Kim\"", "\"k_m\"",
				"\"김초고\"", "\"kim \"", "\" kim\"", "\"k.m\"", "\"k/m\"", "\"@kim\"", "\"kim\\n\"", "\"k\\u0000m\"",
				"\"k\\ud800m\"", "\"ｋｉｍ\"", "\"kım\"", "12", "true", "[\"kim\"]", "{}")) {
			isPointedAt("/handle", this.http.post("/api/accounts",
					"{\"handle\":%s,\"password\":\"a long enough password\"}".formatted(value)), value);
		}
		isPointedAt("/handle", this.http.post("/api/accounts", "{\"password\":\"a long enough password\"}"), "absent");
	}

	@Test
	void shortestAndLongestHandlesAreTaken() {
		for (String shape : List.of("0%d".formatted(number.get() % 10), "%032d".formatted(number.get()))) {
			this.handle = shape;
			assertThat(signUp("a long enough password").status()).isEqualTo(201);
			assertThat(signIn("a long enough password").status()).isEqualTo(200);
		}
	}

	@Test
	void passwordIsCountedInCodePoints() {
		String emoji = "🌱";
		for (String value : List.of("\"1234567\"", "\"%s\"".formatted(emoji.repeat(7)),
				"\"%s\"".formatted("a".repeat(257)), "\"%s\"".formatted(emoji.repeat(257)), "\"\"", "null", "12345678",
				"\"1234567\\u0000\"", "\"1234567\\ud83c\"", "\"1234567\\udf31\\ud83c\"", "[]")) {
			isPointedAt("/password", this.http.post("/api/accounts",
					"{\"handle\":\"%s\",\"password\":%s}".formatted(this.handle, value)), value);
		}
		isPointedAt("/password", this.http.post("/api/accounts", "{\"handle\":\"%s\"}".formatted(this.handle)),
				"absent");
		for (String password : List.of("12345678", emoji.repeat(8), "a".repeat(256), emoji.repeat(256))) {
			choose();
			assertThat(signUp(password).status()).as(password).isEqualTo(201);
			assertThat(signIn(password).status()).as(password).isEqualTo(200);
		}
		assertThat(signIn(emoji.repeat(255)).status()).isEqualTo(401);
	}

	@Test
	void nameIsCountedInCodePoints() {
		isPointedAt("/name",
				this.http.post("/api/accounts",
						"{\"handle\":\"%s\",\"password\":\"a long enough password\",\"name\":\"%s\"}"
							.formatted(this.handle, "🌱".repeat(101))),
				"101");
		Http.Answer answer = this.http.post("/api/accounts",
				"{\"handle\":\"%s\",\"password\":\"a long enough password\",\"name\":\"%s\"}".formatted(this.handle,
						"🌱".repeat(100)));
		assertThat(answer.status()).isEqualTo(201);
	}

	@Test
	void passwordsThatDifferInTheirLastSyllableAreDifferent() {
		String password = "가나다라마바사아자차카타파하".repeat(5);
		assertThat(password.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeGreaterThan(73);
		assertThat(signUp(password).status()).isEqualTo(201);
		assertThat(signIn(password.substring(0, password.length() - 1) + "핳").status()).isEqualTo(401);
		assertThat(signIn(password.substring(0, 24) + "x").status()).isEqualTo(401);
		assertThat(signIn(password).status()).isEqualTo(200);
	}

	@Test
	void passwordIsTheSameComposedAndDecomposed() {
		String composed = Normalizer.normalize("한글 비밀번호 café", Normalizer.Form.NFC);
		String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
		assertThat(composed).isNotEqualTo(decomposed);
		for (String password : List.of(composed, decomposed)) {
			choose();
			assertThat(signUp(password).status()).isEqualTo(201);
			assertThat(signIn(composed).status()).isEqualTo(200);
			assertThat(signIn(decomposed).status()).isEqualTo(200);
		}
	}

	@Test
	void passwordIsComparedExactly() {
		assertThat(signUp(" Pass  Word ").status()).isEqualTo(201);
		for (String other : List.of("Pass  Word", " pass  word ", " Pass Word ", " Pass  Word", "")) {
			assertThat(signIn(other).status()).as("'%s'", other).isEqualTo(401);
		}
		assertThat(signIn(" Pass  Word ").status()).isEqualTo(200);
	}

	@Test
	void unknownHandleIsRefusedInTheSameWordsWithTheSameWork() {
		signUp("a long enough password");
		CountingEncoder encoder = new CountingEncoder(this.passwords);
		try {
			for (String path : List.of("/api/session", "/api/tokens")) {
				Http.Answer known = this.http.post(path, credentials(this.handle, "a wrong password"));
				assertThat(encoder.matched.getAndSet(0)).isEqualTo(1);
				Http.Answer unknown = this.http.post(path, credentials("nobody-has-this", "a wrong password"));
				assertThat(encoder.matched.getAndSet(0)).isEqualTo(1);
				Http.Answer strange = this.http.post(path, credentials("' or 1=1 --", "a wrong password"));
				assertThat(encoder.matched.getAndSet(0)).isEqualTo(1);
				assertThat(List.of(known.status(), unknown.status(), strange.status())).containsOnly(401);
				assertThat(List.of(unknown.body(), strange.body())).containsOnly(known.body());
				assertThat(List.of(fields(unknown), fields(strange))).containsOnly(fields(known));
			}
			assertThat(encoder.hashes).hasSize(6);
			assertThat(encoder.hashes).allMatch((it) -> it.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
		}
		finally {
			encoder.remove();
		}
	}

	@Test
	void handleIsComparedExactly() {
		signUp("a long enough password");
		for (String other : List.of(this.handle + " ", " " + this.handle,
				this.handle.toUpperCase(java.util.Locale.ROOT), this.handle + "%", this.handle.replace("-", "_"))) {
			assertThat(this.http.post("/api/session", credentials(other, "a long enough password")).status())
				.isEqualTo(401);
		}
	}

	@Test
	void firstSignUpThroughProxyNeedsCode() {
		Author.signedUp(this.port);
		this.database.update("update first_sign_up set taken = false");
		try {
			for (String field : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host",
					"X-Forwarded-Proto", "Via")) {
				Http.Answer answer = this.http.with(field, "127.0.0.1")
					.post("/api/accounts", credentials(this.handle, "a long enough password"));
				assertThat(answer.status()).as(field).isEqualTo(403);
				assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/code-needed");
				assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/code");
			}
			assertThat(signUp("a long enough password").status()).isEqualTo(201);
		}
		finally {
			this.database.update("update first_sign_up set taken = true");
		}
	}

	/** While passwords are hashed, two at a time, what needs no password goes on. */
	@Test
	void savesGoOnWhileManyWaitForTheirPasswordToBeHashed() throws Exception {
		Author author = Author.signedUp(this.port);
		Semaphore places = (Semaphore) ReflectionTestUtils.getField(this.passwords, "places");
		places.acquire(2);
		ExecutorService threads = Executors.newFixedThreadPool(31);
		List<Future<Http.Answer>> waiting = new ArrayList<>();
		try {
			for (int i = 0; i < 15; i++) {
				String handle = this.handle + "-" + i;
				waiting.add(threads
					.submit(() -> this.http.post("/api/session", credentials(author.handle(), author.password()))));
				waiting.add(threads
					.submit(() -> this.http.post("/api/accounts", credentials(handle, "a long enough password"))));
			}
			awaitWaiting(places, 30);
			Future<Http.Answer> save = threads
				.submit(() -> author.http().post("/api/drafts", "{\"content\":\"기다리지 않는 글\"}"));
			assertThat(save.get(10, TimeUnit.SECONDS).status()).isEqualTo(201);
		}
		finally {
			places.release(2);
			threads.shutdown();
		}
		for (Future<Http.Answer> answer : waiting) {
			assertThat(answer.get().status()).isIn(200, 201);
		}
	}

	/**
	 * A thief with the old password is not to slip in while the owner takes a new one.
	 */
	@Test
	void passwordThatChangesWhileItIsProvenLetsNobodyIn() throws Exception {
		Author author = Author.signedUp(this.port);
		String credentials = credentials(author.handle(), author.password());
		String newHash = this.passwords.hash("quite another one");
		Semaphore places = (Semaphore) ReflectionTestUtils.getField(this.passwords, "places");
		ExecutorService threads = Executors.newFixedThreadPool(2);
		places.acquire(2);
		Future<Http.Answer> browser = threads.submit(() -> this.http.post("/api/session", credentials));
		Future<Http.Answer> program = threads.submit(() -> this.http.post("/api/tokens", credentials));
		try {
			awaitWaiting(places, 2);
			this.database.update("update account set password_hash = ? where handle = ?", newHash, author.handle());
		}
		finally {
			places.release(2);
			threads.shutdown();
		}
		assertThat(browser.get().status()).isEqualTo(401);
		assertThat(program.get().status()).isEqualTo(401);
	}

	@Test
	void signUpFromOriginWithoutNameIsRefused() {
		for (String origin : List.of("", "null", "https://evil.example")) {
			Http.Answer answer = this.http.with("Origin", origin)
				.post("/api/accounts", credentials(this.handle, "a long enough password"));
			assertThat(answer.status()).as("'%s'", origin).isEqualTo(403);
			assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/cross-site");
		}
	}

	private static void awaitWaiting(Semaphore places, int many) throws InterruptedException {
		for (int tries = 0; tries < 400 && places.getQueueLength() < many; tries++) {
			Thread.sleep(25);
		}
		assertThat(places.getQueueLength()).as("waiting").isEqualTo(many);
	}

	private Http.Answer signUp(String password) {
		return this.http.post("/api/accounts", credentials(this.handle, password));
	}

	private Http.Answer signIn(String password) {
		return this.http.post("/api/session", credentials(this.handle, password));
	}

	private static String credentials(String handle, String password) {
		return "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(handle, password);
	}

	private static void isPointedAt(String pointer, Http.Answer answer, String value) {
		assertThat(answer.status()).as("%s: %s", value, answer).isEqualTo(422);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.json("/errors/0/pointer").stringValue()).as(value).isEqualTo(pointer);
	}

	private static List<String> fields(Http.Answer answer) {
		return answer.response()
			.headers()
			.map()
			.entrySet()
			.stream()
			.filter((it) -> !it.getKey().equalsIgnoreCase("Date"))
			.map(Object::toString)
			.sorted()
			.toList();
	}

	/** Counts what the service's own encoder is asked for. */
	private static class CountingEncoder implements PasswordEncoder {

		final AtomicInteger matched = new AtomicInteger();

		final List<String> hashes = Collections.synchronizedList(new ArrayList<>());

		private final Passwords passwords;

		private final PasswordEncoder own;

		CountingEncoder(Passwords passwords) {
			this.passwords = passwords;
			this.own = (PasswordEncoder) ReflectionTestUtils.getField(passwords, "encoder");
			ReflectionTestUtils.setField(passwords, "encoder", this);
		}

		void remove() {
			ReflectionTestUtils.setField(this.passwords, "encoder", this.own);
		}

		@Override
		public String encode(CharSequence password) {
			return this.own.encode(password);
		}

		@Override
		public boolean matches(CharSequence password, String hash) {
			this.matched.incrementAndGet();
			this.hashes.add(hash);
			return this.own.matches(password, hash);
		}

	}

}
