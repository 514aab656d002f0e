package dev.chogo.archive;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Writes an archive: a zip with a file for each text and one for its older versions, and
 * at the end what is in it. One that was broken off has no such end, and is none.
 */
class ArchiveWriter implements Recipient {

	private final ZipOutputStream zip;

	private final DigestOutputStream summed;

	private final ByteArrayOutputStream sums = new ByteArrayOutputStream();

	private final Counter counter = new Counter();

	private final boolean withPasswords;

	private final Instant now;

	private String author = "";

	/** The text told last. */
	private @Nullable Front front;

	/** The name of the entry that is being written. */
	private @Nullable String entry;

	ArchiveWriter(OutputStream out, boolean withPasswords, Instant now) {
		this.zip = new ZipOutputStream(new BufferedOutputStream(out));
		this.summed = new DigestOutputStream(this.zip, Layout.sha256());
		this.withPasswords = withPasswords;
		this.now = now;
	}

	@Override
	public void author(Author author) throws IOException {
		this.counter.author(author);
		this.author = Layout.folder(author);
		write(this.author + Layout.ACCOUNT, author.createdAt(),
				pretty(this.withPasswords ? author : author.withoutPassword()));
	}

	@Override
	public void text(Front front, String content) throws IOException {
		this.counter.text(front, content);
		this.front = this.withPasswords ? front : front.withoutPassword();
		write(this.author + Layout.text(this.front), front.state().savedAt(),
				new TextFile(this.front, content).bytes());
	}

	@Override
	public void version(Version version) throws IOException {
		Front text = Objects.requireNonNull(this.front, "A version comes after its text");
		this.counter.version(version);
		begin(this.author + Layout.versions(text), text.state().savedAt());
		this.summed.write(Notation.JSON.writeValueAsBytes(this.withPasswords ? version : version.withoutPassword()));
		this.summed.write('\n');
	}

	/** Writes the end, by which it is whole. */
	void finish(String chogo) throws IOException {
		write(Layout.README, this.now, new ClassPathResource("archive/README.txt").getContentAsByteArray());
		write(Layout.MANIFEST, this.now,
				pretty(new Manifest(Manifest.FORMAT, chogo, this.now, this.withPasswords, this.counter.counts())));
		end();
		write(Layout.SUMS, this.now, this.sums.toByteArray());
		this.zip.finish();
		this.zip.flush();
	}

	private static byte[] pretty(Object value) {
		return Notation.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
	}

	private void write(String name, Instant time, byte[] bytes) throws IOException {
		begin(name, time);
		this.summed.write(bytes);
	}

	/** Begins an entry, unless it is the one that is being written. */
	private void begin(String name, Instant time) throws IOException {
		if (!name.equals(this.entry)) {
			end();
			this.zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.from(time)));
			this.entry = name;
		}
	}

	private void end() {
		if (this.entry != null) {
			String sum = HexFormat.of().formatHex(this.summed.getMessageDigest().digest());
			this.sums.writeBytes("%s  %s\n".formatted(sum, this.entry).getBytes(StandardCharsets.UTF_8));
			this.entry = null;
		}
	}

}
