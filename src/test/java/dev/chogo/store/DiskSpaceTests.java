package dev.chogo.store;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import dev.chogo.Http.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A full disk, which is bench/disk-full in earnest. */
@ChogoTest
@Tag("h2")
class DiskSpaceTests {

	@LocalServerPort
	private int port;

	private Http http;

	private final AtomicBoolean full = new AtomicBoolean(true);

	/** Counted down by the second try. */
	private final CountDownLatch waits = new CountDownLatch(2);

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
		this.http.post("/api/drafts", "{\"title\":\"하나\",\"content\":\"첫 글\"}");
	}

	private int write() throws IOException {
		this.waits.countDown();
		if (this.full.get()) {
			throw new IOException("No space left on device");
		}
		return 5;
	}

	/** A write of the database, as it is while the disk is full. */
	private CompletableFuture<Integer> begun() throws InterruptedException {
		CompletableFuture<Integer> write = CompletableFuture.supplyAsync(() -> {
			try {
				return DiskSpace.write(this::write);
			}
			catch (IOException ex) {
				throw new IllegalStateException(ex);
			}
		});
		assertThat(this.waits.await(10, TimeUnit.SECONDS)).isTrue();
		return write;
	}

	@Test
	void writeWaitsUntilTheDiskTakesIt() throws Exception {
		CompletableFuture<Integer> write = begun();
		assertThat(write).isNotDone();
		this.full.set(false);
		assertThat(write.get(10, TimeUnit.SECONDS)).isEqualTo(5);
	}

	@Test
	void onFullDiskSavesAreRefusedAndTextsAreRead() throws Exception {
		CompletableFuture<Integer> write = begun();
		try {
			Answer refused = this.http.patch("/api/drafts/1", "{\"content\":\"둘째 글\"}");
			assertThat(refused.status()).isEqualTo(507);
			assertThat(refused.field("Content-Type")).isEqualTo("application/problem+json");
			assertThat(refused.field("Retry-After")).isEqualTo("10");
			assertThat(refused.json("/type").stringValue()).isEqualTo("/problems/disk-full");
			assertThat(this.http.with("Idempotency-Key", "one").post("/api/drafts", "{\"title\":\"둘\"}").status())
				.isEqualTo(507);
			assertThat(this.http.get("/api/drafts/1").json("/draft/content").stringValue()).isEqualTo("첫 글");
			assertThat(this.http.get("/api/drafts").json("/total").intValue()).isEqualTo(1);
		}
		finally {
			this.full.set(false);
			write.get(10, TimeUnit.SECONDS);
		}
		Answer saved = this.http.with("If-Match", "\"1\"").patch("/api/drafts/1", "{\"content\":\"둘째 글\"}");
		assertThat(saved.status()).isEqualTo(200);
		assertThat(saved.field("Chogo-Version")).isEqualTo("2");
	}

	@Test
	void whatIsClosedIsNotWaitedFor() {
		assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> DiskSpace.write(() -> {
			throw new ClosedChannelException();
		}));
	}

}
