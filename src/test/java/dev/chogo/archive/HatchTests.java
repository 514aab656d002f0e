package dev.chogo.archive;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.chogo.ChogoTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

/** The hatch opens to whoever can read the data folder, and to nobody else. */
@ChogoTest
@Tag("h2")
class HatchTests {

	@Value("${chogo.data}")
	private Path folder;

	@Autowired
	private Hatch hatch;

	@Test
	void nobodyIsAnsweredWithoutTheSecret() throws Exception {
		HatchKey key = HatchKey.of(this.folder);
		for (String what : new String[] { "backup", "backup-with-passwords", "check", "" }) {
			assertThat(asked(key.address(what), "Bearer " + "0".repeat(64)).statusCode()).isIn(403, 404);
			assertThat(asked(key.address(what), "")).satisfies((answer) -> {
				assertThat(answer.statusCode()).isIn(403, 404);
				assertThat(answer.body()).doesNotContain("kim", "PK");
			});
		}
		assertThat(asked(key.address("check"), key.field()).statusCode()).isEqualTo(200);
		assertThat(key.address("check").getHost()).isEqualTo("127.0.0.1");
	}

	private static HttpResponse<String> asked(URI address, String field) throws IOException, InterruptedException {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(address).header(HatchKey.FIELD, field).build(), BodyHandlers.ofString());
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX permissions")
	void itsKeyIsItsOwnersAlone() throws IOException {
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.folder.resolve(HatchKey.FILE))))
			.isEqualTo("rw-------");
	}

	@Test
	void eachStartHasAnotherKeyAndAStopLeavesNone() throws IOException {
		HatchKey before = HatchKey.of(this.folder);
		this.hatch.stop();
		assertThat(this.folder.resolve(HatchKey.FILE)).doesNotExist();
		this.hatch.start();
		assertThat(HatchKey.of(this.folder).secret()).isNotEqualTo(before.secret());
	}

}
