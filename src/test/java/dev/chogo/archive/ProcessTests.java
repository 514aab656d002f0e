package dev.chogo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoApplication;
import dev.chogo.ChogoTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The commands as they are typed, each a process of its own beside the service. */
@ChogoTest
@Tag("h2")
class ProcessTests {

	@TempDir
	private Path folder;

	@LocalServerPort
	private int port;

	@Value("${chogo.data}")
	private Path data;

	@Test
	void backupOfARunningServiceIsRestoredElsewhere() throws Exception {
		Author author = Author.signedUp(this.port);
		author.http().post("/api/drafts", "{\"title\":\"초고\",\"content\":\"글\"}");
		String file = this.folder.resolve("초고.zip").toString();
		String other = "--chogo.data=" + this.folder.resolve("other");
		assertThat(run("", "backup", file, "--chogo.data=" + this.data)).startsWith("0 Wrote ");
		assertThat(run("", "restore", file, other)).startsWith("0 ").contains("Restored ", "all fits together");
		assertThat(run("새 비밀번호 여덟", "password", author.handle(), other))
			.isEqualTo("0 %1$s has a new password. All logins of %1$s have ended.".formatted(author.handle()));
		assertThat(run("", "password", author.handle(), "--chogo.data=" + this.data)).startsWith("1 Another process")
			.endsWith("Stop the service first.");
		assertThat(run("", "brew", "coffee")).startsWith("2 java -jar chogo.jar");
	}

	/** The exit code, and all that was said. */
	private static String run(String typed, String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						ChogoApplication.class.getName()));
		command.addAll(List.of(words));
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		try (OutputStream in = process.getOutputStream()) {
			in.write(typed.getBytes(UTF_8));
		}
		String said = new String(process.getInputStream().readAllBytes(), UTF_8);
		return "%d %s".formatted(process.waitFor(), said.strip());
	}

}
