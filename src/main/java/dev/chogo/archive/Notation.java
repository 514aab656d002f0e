package dev.chogo.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** How an archive writes down what is said of a text. */
final class Notation {

	/** In bytes: no text is as long. */
	static final int LONGEST = 64 * 1024 * 1024;

	/**
	 * Longer than any front matter, in UTF-16 units: the YAML reader stumbles over an
	 * emoji at the end of its buffer (snakeyaml 1098).
	 */
	private static final int BUFFER = 65_536;

	static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST).build())
			.build())
		.changeDefaultPropertyInclusion(Notation::whatIsThere)
		.build();

	static final YAMLMapper YAML = YAMLMapper
		.builder(YAMLFactory.builder().loadSettings(LoadSettings.builder().setBufferSize(BUFFER).build()).build())
		.changeDefaultPropertyInclusion(Notation::whatIsThere)
		.disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
		.build();

	private Notation() {
	}

	private static JsonInclude.Value whatIsThere(JsonInclude.Value inclusion) {
		return inclusion.withValueInclusion(Include.NON_NULL);
	}

}
