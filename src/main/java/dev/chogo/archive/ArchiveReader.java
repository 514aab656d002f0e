package dev.chogo.archive;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Reads an archive. Nothing is unpacked to the disk, so no name in it leads anywhere, and
 * no more is held at once than one text.
 */
class ArchiveReader implements AutoCloseable {

	/** Where the name begins in a line of sums: after 64 digits and two blanks. */
	private static final int NAME_AT = 66;

	private final Path file;

	private final ZipFile zip;

	/**
	 * Opens an archive.
	 * @throws Refused where it is none, or of a later Chogo
	 */
	ArchiveReader(Path file) throws IOException {
		this.file = file;
		try {
			this.zip = new ZipFile(file.toFile());
		}
		catch (ZipException ex) {
			throw new Refused("%s is not a zip, or not a whole one.".formatted(file), ex);
		}
	}

	/**
	 * What it is.
	 * @throws Refused where it is no archive, or of a later Chogo
	 */
	Manifest manifest() throws IOException {
		if (this.zip.getEntry(Layout.MANIFEST) == null || this.zip.getEntry(Layout.SUMS) == null) {
			throw new Refused("%s is not an archive of Chogo, or not a whole one.".formatted(this.file));
		}
		Manifest manifest = json(Layout.MANIFEST, Manifest.class);
		if (manifest.format() > Manifest.FORMAT) {
			throw new Refused("%s was made by a later Chogo (%s); restore it with that one.".formatted(this.file,
					manifest.chogo()));
		}
		return manifest;
	}

	/**
	 * Reads all of it.
	 * @return how much there is
	 * @throws Refused where anything is missing, is too much, or is not what it was
	 */
	Counts verify() throws IOException {
		Manifest manifest = manifest();
		sum();
		Counter counter = new Counter();
		tell(new Rules(counter));
		if (!counter.counts().equals(manifest.counts())) {
			throw damaged("There should be %s, and there are %s".formatted(manifest.counts(), counter.counts()));
		}
		return counter.counts();
	}

	/** Compares each file with its sum. */
	private void sum() throws IOException {
		Set<String> names = this.zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(HashSet::new));
		names.remove(Layout.SUMS);
		try (BufferedReader sums = new BufferedReader(new InputStreamReader(open(Layout.SUMS), UTF_8))) {
			for (String line = sums.readLine(); line != null; line = sums.readLine()) {
				String name = line.substring(Math.min(line.length(), NAME_AT));
				if (!names.remove(name)) {
					throw damaged("%s is missing".formatted(name));
				}
				if (!line.startsWith(sum(name))) {
					throw damaged("%s is not what it was".formatted(name));
				}
			}
		}
		if (!names.isEmpty()) {
			throw damaged("%s has no sum".formatted(names.iterator().next()));
		}
	}

	private String sum(String name) throws IOException {
		try (DigestInputStream content = new DigestInputStream(open(name), Layout.sha256())) {
			content.transferTo(OutputStream.nullOutputStream());
			return HexFormat.of().formatHex(content.getMessageDigest().digest());
		}
		catch (ZipException | EOFException ex) {
			throw damaged("%s cannot be unpacked".formatted(name));
		}
	}

	/** Tells all that is in it, whatever the order of its files. */
	void tell(Recipient recipient) throws IOException {
		Map<String, List<String>> folders = this.zip.stream()
			.map(ZipEntry::getName)
			.filter((name) -> name.contains("/"))
			.collect(Collectors.groupingBy((name) -> name.substring(0, name.indexOf('/') + 1), LinkedHashMap::new,
					Collectors.toList()));
		for (Map.Entry<String, List<String>> folder : folders.entrySet()) {
			recipient.author(json(folder.getKey() + Layout.ACCOUNT, Author.class));
			for (String name : folder.getValue()) {
				if (Layout.isText(name)) {
					text(folder.getKey(), name, recipient);
				}
			}
		}
	}

	private void text(String author, String name, Recipient recipient) throws IOException {
		TextFile file = TextFile.of(bytes(name), name);
		recipient.text(file.front(), file.content());
		String versions = author + Layout.versions(file.front());
		if (this.zip.getEntry(versions) != null) {
			versions(versions, recipient);
		}
	}

	private void versions(String name, Recipient recipient) throws IOException {
		try (InputStream lines = open(name);
				MappingIterator<Version> versions = Notation.JSON.readerFor(Version.class).readValues(lines)) {
			while (versions.hasNext()) {
				recipient.version(versions.next());
			}
		}
		catch (JacksonException ex) {
			throw damaged("%s cannot be read: %s".formatted(name, ex.getOriginalMessage()));
		}
	}

	private <T> T json(String name, Class<T> type) throws IOException {
		try {
			return Notation.JSON.readValue(bytes(name), type);
		}
		catch (JacksonException ex) {
			throw damaged("%s cannot be read: %s".formatted(name, ex.getOriginalMessage()));
		}
	}

	/**
	 * A file that has to be held as a whole, so that it must not be too long for that.
	 */
	private byte[] bytes(String name) throws IOException {
		try (InputStream content = open(name)) {
			byte[] bytes = content.readNBytes(Notation.LONGEST + 1);
			if (bytes.length > Notation.LONGEST) {
				throw damaged("%s is longer than any text".formatted(name));
			}
			return bytes;
		}
	}

	private InputStream open(String name) throws IOException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw damaged("%s is missing".formatted(name));
		}
		return this.zip.getInputStream(entry);
	}

	private Refused damaged(String how) {
		return new Refused("%s is damaged: %s.".formatted(this.file, how));
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

}
