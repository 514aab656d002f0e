package dev.chogo.archive;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import com.sun.net.httpserver.HttpServer;
import dev.chogo.ChogoTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** The hatch opens to whoever can read the data folder, and to nobody else. */
@ChogoTest
@Tag("h2")
class HatchTests {

	@Value("${chogo.data}")
	private Path folder;

	@Autowired
	private Environment environment;

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
	void anAnswerThatIsBrokenOffIsNotTakenForTheWhole() throws IOException {
		this.hatch.stop();
		HttpServer brokenOff = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		brokenOff.createContext("/", (exchange) -> {
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write(new byte[100_000]);
			throw new IOException("broken off");
		});
		brokenOff.start();
		Files.writeString(this.folder.resolve(HatchKey.FILE), brokenOff.getAddress().getPort() + " secret");
		try {
			Path file = this.folder.resolveSibling("broken-off.zip");
			Store.Said said = Store.of(this.environment).run("backup", file.toString());
			assertThat(said.code()).isEqualTo(1);
			assertThat(said.text()).contains("What the service said could not be copied");
			assertThat(file).doesNotExist();
		}
		finally {
			brokenOff.stop(0);
			Files.delete(this.folder.resolve(HatchKey.FILE));
			this.hatch.start();
		}
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
