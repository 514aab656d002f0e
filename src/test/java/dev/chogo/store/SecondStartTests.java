package dev.chogo.store;

import java.io.IOException;
import java.nio.file.Path;

import dev.chogo.ChogoApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A second service on a data folder in use. */
@Tag("unit")
@ExtendWith(OutputCaptureExtension.class)
class SecondStartTests {

	@TempDir
	private Path data;

	@Test
	void aSecondStartEndsWithOneClearLine(CapturedOutput output) throws IOException {
		try (DataFolder first = new DataFolder(this.data)) {
			assertThat(first).isNotNull();
			assertThatThrownBy(() -> SpringApplication.run(ChogoApplication.class, "--chogo.data=" + this.data,
					"--spring.main.banner-mode=off", "--server.port=0"))
				.isInstanceOf(DataFolderInUse.class);
		}
		assertThat(output.getAll().lines()).singleElement()
			.asString()
			.contains("ERROR")
			.endsWith("Another process is using the data folder " + this.data.toAbsolutePath());
	}

}
