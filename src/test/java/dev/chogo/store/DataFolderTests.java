package dev.chogo.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** One process at a time, one password for ever. */
@Tag("unit")
class DataFolderTests {

	@TempDir
	private Path temporary;

	@Test
	void aFolderInUseIsRefusedAndAFreeOneIsTaken() throws IOException {
		Path path = this.temporary.resolve("new/data");
		try (DataFolder first = new DataFolder(path)) {
			assertThatExceptionOfType(DataFolderInUse.class).isThrownBy(() -> new DataFolder(path))
				.withMessageContaining("Another process is using the data folder");
			assertThat(first.password()).hasSize(32);
		}
		try (DataFolder second = new DataFolder(path)) {
			assertThat(second.password()).isEqualTo(Files.readString(path.resolve("database-password")));
		}
	}

	@Test
	void passwordThatAStartBeganAndLostIsMadeByTheNext() throws IOException {
		Path path = Files.createDirectory(this.temporary.resolve("data"));
		Files.createFile(path.resolve("database-password"));
		try (DataFolder folder = new DataFolder(path)) {
			assertThat(folder.password()).hasSize(32);
		}
	}

	@Test
	@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX permissions")
	void everythingIsItsOwnersAlone() throws IOException {
		try (DataFolder folder = new DataFolder(this.temporary.resolve("data"))) {
			folder.url();
			folder.password();
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.temporary.resolve("data"))))
				.isEqualTo("rwx------");
			assertThat(PosixFilePermissions
				.toString(Files.getPosixFilePermissions(this.temporary.resolve("data/chogo.mv.db"))))
				.isEqualTo("rw-------");
			assertThat(PosixFilePermissions
				.toString(Files.getPosixFilePermissions(this.temporary.resolve("data/database-password"))))
				.isEqualTo("rw-------");
		}
	}

}
