package dev.chogo.accounts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

import dev.chogo.Http;
import dev.chogo.logins.DoorsTest;
import dev.chogo.logins.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Passwords cannot be guessed by the thousand, and nobody else has to wait for that. */
@DoorsTest
class AttemptTests {

	private static final AtomicInteger number = new AtomicInteger();

	@LocalServerPort
	private int port;

	@Autowired
	private JdbcTemplate database;

	private Visitor visitor;

	private Http writer;

	@BeforeEach
	void signUp() {
		this.visitor = Visitor.signedUp(this.port, this.database);
		this.writer = this.visitor.browser();
	}

	@Test
	void eleventhAttemptInMinuteHasToWait() {
		Visitor victim = Visitor.signedUp(this.port, this.database);
		// One was spent by signing up.
		Burst burst = burst(9, 30, (it) -> signIn(from(it), victim.handle(), "wrong password"));
		assertThat(burst.admitted()).extracting(Http.Answer::status).containsOnly(401);
		isTooMany(burst.refused());
		isTooMany(signIn(from(99), victim.handle(), victim.password()));
		isTooMany(from(99).post("/api/tokens", victim.credentials()));
		isTooMany(from(99).post("/api/accounts", victim.credentials()));
	}

	@Test
	void handlesThatNobodyHasCountAlike() {
		String nobody = "nobody-" + number.incrementAndGet();
		Burst burst = burst(10, 30, (it) -> signIn(from(it), nobody, "wrong password"));
		assertThat(burst.admitted()).extracting(Http.Answer::status).containsOnly(401);
		isTooMany(burst.refused());
		String known = this.visitor.handle();
		Http.Answer refused = burst(8, 30, (it) -> signIn(from(it), known, "wrong password")).refused();
		assertThat(refused.body()).isEqualTo(burst.refused().body());
	}

	@Test
	void anotherHandleAndWhoIsSignedInAreUnaffected() {
		Visitor other = Visitor.signedUp(this.port, this.database);
		Burst burst = burst(8, 30, (it) -> {
			Http.Answer saved = this.writer.post("/api/drafts", "{\"content\":\"글 %d\"}".formatted(it));
			assertThat(saved.status()).isEqualTo(201);
			return signIn(from(it), this.visitor.handle(), "wrong password");
		});
		isTooMany(burst.refused());
		assertThat(signIn(other.http(), other.handle(), other.password()).status()).isEqualTo(200);
		for (int times = 0; times < 30; times++) {
			assertThat(this.writer.post("/api/drafts", "{\"content\":\"글\"}").status()).isEqualTo(201);
		}
		assertThat(this.writer.get("/api/drafts").json("/total").intValue()).isEqualTo(31 + burst.admitted().size());
	}

	@Test
	void guessesFromOneAddressHaveToWaitHoweverManyHandles() {
		String address = Visitor.address();
		Burst burst = burst(60, 120, (it) -> refresh(new Http(this.port, "X-Forwarded-For", address)));
		assertThat(burst.admitted()).extracting(Http.Answer::status).containsOnly(401);
		isTooMany(burst.refused());
		Http same = new Http(this.port, "X-Forwarded-For", address);
		isTooManyOrAtLast(same, "someone-else");
		assertThat(refresh(from(1)).status()).isEqualTo(401);
	}

	@Test
	void addressForgedBeforeTheProxyIsNoOther() {
		String address = Visitor.address();
		Burst burst = burst(60, 120, (it) -> refresh(
				new Http(this.port, "X-Forwarded-For", "%s, %s".formatted(Visitor.address(), address))));
		isTooMany(burst.refused());
	}

	/** Linux and Windows give a machine more loopback addresses than one. */
	@Test
	@DisabledOnOs(OS.MAC)
	void addressForgedByWhoIsNoProxyIsNoOther() {
		long start = System.nanoTime();
		int admitted = 0;
		while (admitted < 120 && rawRefresh(77, Visitor.address()) == 401) {
			admitted++;
		}
		assertAdmitted(admitted, 60, start);
		assertThat(rawRefresh(78, Visitor.address())).isEqualTo(401);
	}

	@Test
	void hundredGuessesAnHourAreAllForOneHandle() {
		Attempts attempts = new Attempts(new AttemptSettings(1000, 100, 100_000, 100_000));
		for (int times = 0; times < 100; times++) {
			attempts.spend("kim", Visitor.address());
		}
		assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> attempts.spend("kim", Visitor.address()))
			.satisfies((refused) -> assertThat(Integer.parseInt(refused.getHeaders().getFirst("Retry-After")))
				.isBetween(1, 37));
		assertThatNoException().isThrownBy(() -> attempts.spend("lee", Visitor.address()));
	}

	@Test
	void addressesOfOneNetworkOfIpv6CountAsOne() {
		Attempts attempts = new Attempts(new AttemptSettings(1000, 1000, 60, 600));
		for (int times = 0; times < 60; times++) {
			attempts.spend("2001:db8:1:2:%x:0:0:%x".formatted(times, times));
		}
		assertThatExceptionOfType(TooManyAttempts.class).isThrownBy(() -> attempts.spend("2001:db8:1:2:ffff::1"));
		assertThatNoException().isThrownBy(() -> attempts.spend("2001:db8:1:3::1"));
		assertThatNoException().isThrownBy(() -> attempts.spend("::1"));
	}

	private void isTooManyOrAtLast(Http http, String handle) {
		Http.Answer answer = signIn(http, handle, "wrong password");
		if (answer.status() != 429) {
			// A second gives an address one more.
			answer = burst(1, 60, (it) -> signIn(http, handle + it, "wrong password")).refused();
		}
		isTooMany(answer);
	}

	private static void isTooMany(Http.Answer answer) {
		assertThat(answer.status()).as(answer.toString()).isEqualTo(429);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
		assertThat(Integer.parseInt(answer.field("Retry-After"))).isBetween(1, 360);
		assertThat(answer.json("/success").booleanValue()).isFalse();
		assertThat(answer.json("/type").stringValue()).isEqualTo("/problems/too-many-attempts");
		assertThat(answer.field("Set-Cookie")).isNull();
	}

	/** Somebody at an address of their own who says that he passes others on. */
	private Http from(int forged) {
		return new Http(this.port, "X-Forwarded-For", "203.0.113.%d, %s".formatted(forged, Visitor.address()));
	}

	private static Http.Answer signIn(Http http, String handle, String password) {
		return http.post("/api/session", "{\"handle\":\"%s\",\"password\":\"%s\"}".formatted(handle, password));
	}

	private static Http.Answer refresh(Http http) {
		return http.post("/api/tokens/refresh", "{\"refreshToken\":\"no such\"}");
	}

	/** A refresh from 127.0.0.{@code host}, and the status of its answer. */
	private int rawRefresh(int host, String forged) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port,
				InetAddress.getByAddress(new byte[] { 127, 0, 0, (byte) host }), 0)) {
			socket.setSoTimeout(10_000);
			String body = "{\"refreshToken\":\"no such\"}";
			socket.getOutputStream().write("""
					POST /api/tokens/refresh HTTP/1.1\r
					Host: 127.0.0.1\r
					X-Forwarded-For: %s\r
					Content-Type: application/json\r
					Content-Length: %d\r
					Connection: close\r
					\r
					%s""".formatted(forged, body.length(), body).getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return Integer.parseInt(answer.substring(9, 12));
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/**
	 * Attempts, one after the other, until one is refused: as many as there may be, and
	 * those that time gave back meanwhile.
	 */
	private static Burst burst(int capacity, int most, IntFunction<Http.Answer> attempt) {
		List<Http.Answer> admitted = new ArrayList<>();
		long start = System.nanoTime();
		for (int times = 0; times < most; times++) {
			Http.Answer answer = attempt.apply(times);
			if (answer.status() == 429) {
				assertAdmitted(admitted.size(), capacity, start);
				return new Burst(admitted, answer);
			}
			admitted.add(answer);
		}
		throw new AssertionError("All %d were admitted".formatted(most));
	}

	private static void assertAdmitted(int admitted, int capacity, long start) {
		long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds() + 1;
		long given = (capacity > 10) ? seconds : seconds / 6 + 1;
		assertThat(admitted).as("admitted in %d s", seconds).isBetween(Math.min(capacity, 8), (int) (capacity + given));
	}

	/**
	 * Some attempts.
	 *
	 * @param refused the first that was one too many
	 */
	private record Burst(List<Http.Answer> admitted, Http.Answer refused) {
	}

}
