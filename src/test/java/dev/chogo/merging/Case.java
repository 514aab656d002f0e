package dev.chogo.merging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A merge and what comes of it, here and in {@code merge.test.mjs}.
 *
 * @param merged null where both changed the same words
 */
record Case(String name, String base, String stored, String sent, @Nullable String merged) {

	private static final Path FOLDER = Path.of("src/test/resources/merging");

	static List<Case> read(String file) throws IOException {
		return new JsonMapper().readValue(Files.readString(FOLDER.resolve(file)), new TypeReference<>() {
		});
	}

	static void write(String file, List<Case> cases) throws IOException {
		JsonMapper json = new JsonMapper();
		Files.writeString(FOLDER.resolve(file),
				cases.stream().map(json::writeValueAsString).collect(Collectors.joining(",\n", "[\n", "\n]\n")));
	}

	@Override
	public String toString() {
		return this.name;
	}

}
