package dev.chogo.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The request files show every operation and no other. What is offered is read from
 * docs/openapi.yaml, which {@link OpenApiTests} hold to the service.
 */
@Tag("unit")
class OperationsShownTests {

	private static final Path REQUESTS = Path.of("http-requests");

	/** They show refusals too, of operations that are not offered. */
	private static final String REFUSALS_FILE = "errors.http";

	private static final String REFUSALS_FOLDER = "Refusals";

	private static final Pattern REQUEST_LINE = Pattern.compile("^([A-Z]+) \\{\\{baseUrl\\}\\}(/api/\\S*)",
			Pattern.MULTILINE);

	private static final Pattern QUERY = Pattern.compile("\\?.*");

	@Test
	void requestFilesShowWhatIsOffered() throws IOException {
		assertThat(shown(httpFiles())).isEqualTo(offered());
	}

	@Test
	void postmanCollectionShowsWhatIsOffered() throws IOException {
		assertThat(shown(postman())).isEqualTo(offered());
	}

	private static Stream<String> httpFiles() throws IOException {
		List<Path> files;
		try (Stream<Path> found = Files.list(REQUESTS)) {
			files = found.filter((file) -> file.toString().endsWith(".http"))
				.filter((file) -> !file.endsWith(REFUSALS_FILE))
				.toList();
		}
		StringBuilder all = new StringBuilder();
		for (Path file : files) {
			all.append(Files.readString(file)).append('\n');
		}
		return REQUEST_LINE.matcher(all).results().map((found) -> found.group(1) + " " + found.group(2));
	}

	private static Stream<String> postman() throws IOException {
		JsonNode collection = new JsonMapper()
			.readTree(Files.readString(REQUESTS.resolve("chogo.postman_collection.json")));
		return collection.path("item")
			.valueStream()
			.filter((folder) -> !folder.path("name").stringValue().equals(REFUSALS_FOLDER))
			.flatMap((folder) -> folder.path("item").valueStream())
			.map((item) -> item.path("request"))
			.map((request) -> "%s %s".formatted(request.path("method").stringValue(),
					request.path("url").path("raw").stringValue()))
			.filter((request) -> request.contains(" {{baseUrl}}/api/"))
			.map((request) -> request.replace("{{baseUrl}}", ""));
	}

	/** The operations that requests call, {@code HEAD} being a {@code GET}. */
	private static Set<String> shown(Stream<String> requests) throws IOException {
		Set<String> offered = offered();
		return requests.map((request) -> QUERY.matcher(request).replaceFirst(""))
			.filter((request) -> !request.startsWith("OPTIONS "))
			.map((request) -> request.replaceFirst("^HEAD ", "GET "))
			.map((request) -> offered.stream()
				.filter((operation) -> request.matches(pattern(operation)))
				.findFirst()
				.orElse(request))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** {@code {sequence}} stands for a variable or a number. */
	private static String pattern(String operation) {
		return operation.replaceAll("\\{[a-z]+\\}", "(?:\\\\{\\\\{\\\\w+\\\\}\\\\}|[0-9]+)");
	}

	private static Set<String> offered() throws IOException {
		Map<String, Map<String, Map<String, Object>>> document = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(Files.readString(Path.of("docs", "openapi.yaml")));
		Set<String> offered = new TreeSet<>();
		document.get("paths")
			.forEach((path, methods) -> methods.keySet()
				.forEach((method) -> offered.add("%s %s".formatted(method.toUpperCase(java.util.Locale.ROOT), path))));
		return offered;
	}

}
