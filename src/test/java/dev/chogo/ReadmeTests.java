package dev.chogo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What the README shows is what happens. */
@ChogoTest
class ReadmeTests {

	private static final Pattern WALK = Pattern
		.compile("```sh\\n(?<command>(?:curl|TOKEN).*?)```\\n(?:```json\\n(?<answer>.*?)```)?", Pattern.DOTALL);

	private static final Pattern SETTING = Pattern.compile("(?m)^\\| `(chogo\\.[a-z.-]+)` \\|");

	@LocalServerPort
	private int port;

	@Test
	void theCurlWalkPrintsWhatIsPrintedThere() throws Exception {
		Assumptions.assumeTrue(runs("curl", "--json", "", "--version"),
				"Skipped: there is no curl that knows --json here");
		Assumptions.assumeTrue(runs("sh", "-c", "sed --version || true"), "Skipped: there is no sh here");
		String walk = WALK.matcher(readme()).results().map(ReadmeTests::command).collect(Collectors.joining("\n"));
		String answers = WALK.matcher(readme())
			.results()
			.map((step) -> (step.group(2) != null) ? step.group(2) : "")
			.collect(Collectors.joining());
		assertThat(answers.lines().count()).isEqualTo(4);
		Process shell = new ProcessBuilder("sh", "-e", "-c", walk.replace("127.0.0.1:8080", "127.0.0.1:" + this.port))
			.redirectErrorStream(true)
			.start();
		String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
		assertThat(printed).isEqualTo(answers);
		assertThat(shell.waitFor()).isZero();
	}

	private static String command(MatchResult step) {
		return (step.group(2) != null) ? step.group(1).stripTrailing() + "; echo" : step.group(1);
	}

	private static boolean runs(String... command) throws InterruptedException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	@Test
	void everySettingIsInTheTableAndNoOther() throws IOException {
		JsonNode metadata = new JsonMapper()
			.readTree(getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json"));
		Set<String> settings = new TreeSet<>();
		metadata.get("properties").forEach((it) -> settings.add(it.get("name").stringValue()));
		Set<String> shown = SETTING.matcher(readme())
			.results()
			.map((it) -> it.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(shown).isEqualTo(settings);
	}

	private static String readme() throws IOException {
		return Files.readString(Path.of("README.md"));
	}

}
