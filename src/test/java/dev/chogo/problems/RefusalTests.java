package dev.chogo.problems;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Keeps the page on problems true to the refusals in the rooms. */
@Tag("unit")
class RefusalTests {

	private static final Pattern TYPE = Pattern.compile("\"/problems/([a-z-]+)\"|named\\(\"([a-z-]+)\"");

	private static final Pattern NAMED = Pattern.compile("named\\(\"([a-z-]+)\",\\s*\"([^\"]+)\"");

	private static final Pattern REFUSAL = Pattern.compile(
			"super\\(HttpStatus\\.(\\w+).*setType\\(URI\\.create\\(\"/problems/([a-z-]+)\"\\)\\);\\s*setTitle\\(\"([^\"]+)\"\\)",
			Pattern.DOTALL);

	/** A refusal that is more than another one takes over its status. */
	private static final Pattern KIND_OF_GONE = Pattern.compile("extends Gone .*", Pattern.DOTALL);

	@Test
	void everyTypeThatIsSentIsOnThePageAndNoOther() {
		Set<String> sent = sources().stream()
			.flatMap((source) -> TYPE.matcher(source).results())
			.map((found) -> (found.group(1) != null) ? found.group(1) : found.group(2))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(labels()).isEqualTo(sent);
	}

	@Test
	void everyRefusalHasTheStatusAndTitleThatThePageGives() {
		Set<String> sent = sources().stream()
			.map(RefusalTests::withStatus)
			.map(REFUSAL::matcher)
			.filter(Matcher::find)
			.map((found) -> line(found.group(2), HttpStatus.valueOf(found.group(1)).value(), found.group(3)))
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> named = sources().stream()
			.flatMap((source) -> NAMED.matcher(source).results())
			.map((found) -> line(found.group(1), status(found), found.group(2)))
			.collect(Collectors.toCollection(TreeSet::new));
		sent.addAll(named);
		assertThat(Arrays.stream(Refusal.values()).map((it) -> line(it.label(), it.status(), it.title())))
			.containsExactlyInAnyOrderElementsOf(sent);
	}

	private static String withStatus(String source) {
		return KIND_OF_GONE.matcher(source).find() ? "super(HttpStatus.GONE)" + source : source;
	}

	/**
	 * Where Spring knows the status the source does not name it, so it is taken from the
	 * page.
	 */
	private static int status(MatchResult named) {
		return Arrays.stream(Refusal.values())
			.filter((it) -> it.label().equals(named.group(1)))
			.mapToInt(Refusal::status)
			.findFirst()
			.orElse(0);
	}

	private static String line(String label, int status, String title) {
		return "%s %d %s".formatted(label, status, title);
	}

	private static Set<String> labels() {
		return Arrays.stream(Refusal.values()).map(Refusal::label).collect(Collectors.toCollection(TreeSet::new));
	}

	private static List<String> sources() {
		try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
			return files.filter((file) -> file.toString().endsWith(".java")).map((file) -> {
				try {
					return Files.readString(file);
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
