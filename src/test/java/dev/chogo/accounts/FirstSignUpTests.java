package dev.chogo.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.chogo.Http;
import dev.chogo.logins.DoorsTest;
import dev.chogo.logins.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The first account is free, to whoever started the service; the rest is a setting. */
@DoorsTest
class FirstSignUpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	@Autowired
	private FirstCode code;

	@Autowired
	private AccountService accounts;

	private Http here;

	@BeforeEach
	void free() {
		this.here = new Http(this.port);
		this.database.update("update first_sign_up set taken = false");
	}

	@AfterEach
	void take() {
		this.database.update("update first_sign_up set taken = true");
	}

	@Test
	void firstIsFreeAndLaterOnesAreRefused() {
		assertThat(signUp(this.here, "first-a", null).status()).isEqualTo(201);
		Http.Answer answer = signUp(this.here, "first-b", null);
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/sign-up-closed");
		assertThat(signUp(this.here, "first-b", code()).status()).isEqualTo(403);
		assertThat(exists("first-b")).isFalse();
	}

	@Test
	void oneOfSixteenAtOnceIsTheFirst() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(16);
		List<Future<Http.Answer>> answers = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			String handle = "racer-" + i;
			answers.add(threads.submit(() -> signUp(this.here, handle, null)));
		}
		List<Integer> statuses = new ArrayList<>();
		for (Future<Http.Answer> answer : answers) {
			statuses.add(answer.get().status());
		}
		threads.shutdown();
		assertThat(statuses).filteredOn((it) -> it == 201).hasSize(1);
		assertThat(statuses).filteredOn((it) -> it == 403).hasSize(15);
		assertThat(this.database.queryForObject("select count(*) from account where handle like 'racer-%'", Long.class))
			.isEqualTo(1);
	}

	@Test
	void fromAnotherMachineTheFirstNeedsTheCode() {
		Http elsewhere = new Http(this.port, "X-Forwarded-For", Visitor.address());
		for (String wrong : List.of("", "wrong", code() + "x", code().substring(1),
				code().toLowerCase(java.util.Locale.ROOT) + "-")) {
			Http.Answer answer = signUp(elsewhere, "far-away", wrong);
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/code-needed");
			assertThat(answer.json("/errors/0/pointer").stringValue()).isEqualTo("/code");
		}
		assertThat(signUp(elsewhere, "far-away", null).status()).isEqualTo(403);
		assertThat(exists("far-away")).isFalse();
		assertThat(signUp(elsewhere, "far-away", code()).status()).isEqualTo(201);
		assertThat(signUp(elsewhere, "far-away-2", code()).status()).isEqualTo(403);
	}

	@Test
	void refusedCodeDoesNotTakeThePlace() {
		signUp(new Http(this.port, "X-Forwarded-For", Visitor.address()), "in-vain", "wrong");
		assertThat(signUp(this.here, "in-earnest", null).status()).isEqualTo(201);
	}

	@Test
	void ownMachineBehindItsProxyIsNoOtherMachine() {
		Http answer = new Http(this.port, "X-Forwarded-For", "::1");
		assertThat(signUp(answer, "by-proxy", null).status()).isEqualTo(201);
	}

	@Test
	void addressForgedBeforeTheProxyIsNotBelieved() {
		Http forged = new Http(this.port, "X-Forwarded-For", "127.0.0.1, " + Visitor.address());
		assertThat(signUp(forged, "forger", null).status()).isEqualTo(403);
	}

	@Test
	void closedIsClosedToTheFirstToo() {
		Object service = AopTestUtils.getUltimateTargetObject(this.accounts);
		Object settings = ReflectionTestUtils.getField(service, "settings");
		ReflectionTestUtils.setField(service, "settings", new AccountSettings(AccountSettings.SignUp.CLOSED));
		try {
			Http.Answer answer = signUp(this.here, "too-late", code());
			assertThat(answer.status()).isEqualTo(403);
			assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/sign-up-closed");
		}
		finally {
			ReflectionTestUtils.setField(service, "settings", settings);
		}
	}

	private static Http.Answer signUp(Http http, String handle, String code) {
		return http.post("/api/accounts", "{\"handle\":\"%s\",\"password\":\"a long enough password\"%s}"
			.formatted(handle, (code != null) ? ",\"code\":\"%s\"".formatted(code) : ""));
	}

	private String code() {
		return (String) ReflectionTestUtils.getField(this.code, "code");
	}

	private boolean exists(String handle) {
		return this.database.queryForObject("select count(*) from account where handle = ?", Long.class, handle) > 0;
	}

}
