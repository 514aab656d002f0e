package dev.chogo.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import dev.chogo.journal.Kind;
import dev.chogo.text.Details;
import dev.chogo.writing.Kept;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** What is not whole is refused before there is a store. */
@Tag("unit")
class DamagedArchiveTests {

	private static final Instant NOW = Instant.parse("2026-11-22T03:26:08.669Z");

	private static final String TEXT = "@kim/drafts/0001.md";

	@TempDir
	private Path folder;

	private byte[] whole;

	private Map<String, byte[]> files;

	@BeforeEach
	void write() throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ArchiveWriter archive = new ArchiveWriter(out, false, NOW);
		archive.author(new Author("kim", "", NOW, null, 1, 0, 2, null));
		archive.text(new Front(Kind.DRAFT, 1, state(2), NOW, null, null, null, null), "둘째");
		archive.version(new Version(state(1), "첫째"));
		archive.finish("0.1");
		this.whole = out.toByteArray();
		this.files = new LinkedHashMap<>();
		try (ZipFile zip = new ZipFile(written(this.whole).toFile())) {
			for (ZipEntry entry : zip.stream().toList()) {
				this.files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
			}
		}
	}

	private static State state(long version) {
		return new State(Details.NONE, version, NOW, Kept.RECENT, null);
	}

	private Path written(byte[] bytes) throws IOException {
		return Files.write(this.folder.resolve("it.zip"), bytes);
	}

	private Path zipped() throws IOException {
		Path file = this.folder.resolve("it.zip");
		try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, byte[]> entry : this.files.entrySet()) {
				zip.putNextEntry(new ZipEntry(entry.getKey()));
				zip.write(entry.getValue());
			}
		}
		return file;
	}

	private void sumAnew() {
		this.files.put(Layout.SUMS,
				this.files.entrySet()
					.stream()
					.filter((file) -> !file.getKey().equals(Layout.SUMS))
					.map((file) -> "%s  %s\n"
						.formatted(HexFormat.of().formatHex(Layout.sha256().digest(file.getValue())), file.getKey()))
					.collect(Collectors.joining())
					.getBytes(UTF_8));
	}

	private void replace(String name, String part, String by) {
		String before = new String(this.files.get(name), UTF_8);
		assertThat(before).contains(part);
		this.files.put(name, before.replace(part, by).getBytes(UTF_8));
	}

	/** Restores, which must do nothing and say why. */
	private void refused(Path file, String why) {
		Path data = this.folder.resolve("data");
		Store.Said said = new Store(List.of("chogo.data=" + data)).run("restore", file.toString());
		assertThat(said.text()).contains(why).doesNotContain("\tat ");
		assertThat(said.code()).isEqualTo(1);
		assertThat(data).doesNotExist();
	}

	@Test
	void everyBrokenOffFileIsRefused() throws IOException {
		for (int length = 0; length < this.whole.length; length += 97) {
			refused(written(Arrays.copyOf(this.whole, length)), "is not a zip, or not a whole one");
		}
	}

	@Test
	void everyChangedByteOfAContentIsFound() throws IOException {
		String all = new String(this.whole, java.nio.charset.StandardCharsets.ISO_8859_1);
		int begin = all.indexOf("drafts/0001.md") + 60;
		for (int at = begin; at < begin + 60; at += 7) {
			byte[] changed = this.whole.clone();
			changed[at] ^= 4;
			refused(written(changed), "is damaged: %s".formatted(TEXT));
		}
	}

	@Test
	void aWholeOneThatWasZippedAnewIsTaken() throws IOException {
		try (ArchiveReader archive = new ArchiveReader(zipped())) {
			assertThat(archive.verify()).isEqualTo(new Counts(1, 1, 0, 2));
		}
	}

	@Test
	void aChangedTextIsRefused() throws IOException {
		replace(TEXT, "둘째", "셋째");
		refused(zipped(), "is damaged: %s is not what it was.".formatted(TEXT));
	}

	@Test
	void aMissingFileIsRefused() throws IOException {
		this.files.remove("@kim/drafts/versions/0001.jsonl");
		refused(zipped(), "is damaged: @kim/drafts/versions/0001.jsonl is missing.");
	}

	@Test
	void aMissingFileIsMissedByTheCountsToo() throws IOException {
		this.files.remove("@kim/drafts/versions/0001.jsonl");
		sumAnew();
		refused(zipped(),
				"There should be 1 author, 1 draft, 0 posts, 2 versions, and there are 1 author, 1 draft, 0 posts, 1 version.");
	}

	@Test
	void aFileThatWasAddedIsRefused() throws IOException {
		this.files.put("../../etc/cron.d/it", new byte[1]);
		refused(zipped(), "is damaged: ../../etc/cron.d/it has no sum.");
	}

	@Test
	void aTextOfNothingThatFillsTheMemoryIsRefused() throws IOException {
		this.files.put(TEXT, new byte[Notation.LONGEST + 1]);
		sumAnew();
		refused(zipped(), "is damaged: %s is longer than any text.".formatted(TEXT));
	}

	@Test
	void aFrontThatCannotBeReadIsRefused() throws IOException {
		replace(TEXT, "kind: \"draft\"", "kind: \"novel\"");
		sumAnew();
		refused(zipped(), "The front matter of %s cannot be read".formatted(TEXT));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "ACCOUNT,\"kim\",\"../x\",nobody can be called ../x",
					"ACCOUNT,\"kim\",\"KIM\",nobody can be called KIM",
					"ACCOUNT,\"lastDraft\" : 1,\"lastDraft\" : 0,kim has come to 0",
					"ACCOUNT,\"lastDraft\" : 1,\"lastDraft\" : 9223372036854775807,kim cannot have come to number",
					"TEXT,version: 2,version: 1,version 1 of draft 1 is not in its place",
					"TEXT,version: 2,version: -2,draft 1 cannot have version -2",
					"TEXT,title: \"\",title: \"\\0\",a text of draft 1 has U+0000 at character 1",
					"TEXT,slug: \"\",slug: \"../a\",draft 1 cannot be at ../a" })
	void whatNoStoreComesToIsRefused(String file, String part, String by, String why) throws IOException {
		replace(file.equals("TEXT") ? TEXT : "@kim/" + Layout.ACCOUNT, part, by);
		sumAnew();
		refused(zipped(), why);
	}

	@Test
	void oneOfALaterChogoIsRefused() throws IOException {
		replace(Layout.MANIFEST, "\"format\" : 1", "\"format\" : 2");
		sumAnew();
		refused(zipped(), "was made by a later Chogo (0.1)");
	}

	@Test
	void anotherZipIsRefused() throws IOException {
		this.files.remove(Layout.MANIFEST);
		refused(zipped(), "is not an archive of Chogo");
	}

	@Test
	void noFileIsRefused() {
		refused(this.folder.resolve("nothing.zip"), "There is no file");
	}

}
