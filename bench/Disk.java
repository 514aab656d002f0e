package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A disk of its own for a data folder: ext4 in an image file, mounted by a loop device.
 * The image has what the disk was sent; what only the operating system's cache has is not
 * in it. Needs root, on Linux.
 */
final class Disk implements AutoCloseable {

	private static final Path MOUNTS = Path.of("/proc/mounts");

	/** Where {@code /sys/block/…/stat} tells how many requests are under way. */
	private static final int IN_FLIGHT = 8;

	private final Thread hook = new Thread(this::detach);

	private final Path image;

	private final Path folder;

	private Disk(Path image, Path folder) {
		this.image = image;
		this.folder = folder;
	}

	/**
	 * Makes an empty disk and mounts it.
	 * @param folder where its content shows
	 * @throws IOException where this machine or user cannot
	 */
	static Disk mounted(Path folder, long megabytes) throws IOException {
		Path image = folder.resolveSibling("disk.img");
		Disk disk = new Disk(image, folder);
		Files.createDirectories(folder);
		Command.run("truncate", "--size=%dM".formatted(megabytes), image.toString());
		// -m 0: nothing is kept for root, who may be the one who runs this.
		Command.run("mkfs.ext4", "-q", "-m", "0", image.toString());
		disk.mount();
		Runtime.getRuntime().addShutdownHook(disk.hook);
		return disk;
	}

	/** Ends the programme where this machine or user cannot mount an image. */
	static void demand(Path folder, String advice) throws IOException {
		try {
			mounted(folder.resolve("trial"), 16).close();
		}
		catch (IOException ex) {
			System.out.printf("0 passed, 1 failed: this needs root and loop devices, on Linux%s (%s)%n", advice,
					ex.getMessage());
			System.exit(1);
		}
	}

	/** Ends what a run that was killed left mounted under a folder. */
	static void unmountLeftUnder(Path folder) throws IOException {
		if (Files.exists(MOUNTS) && Files.exists(folder)) {
			String real = folder.toRealPath() + "/";
			for (String[] left : mounts().filter((mount) -> mount[1].startsWith(real)).toList()) {
				Command.run("umount", "--lazy", left[1]);
			}
		}
	}

	/** Where its content shows. */
	Path folder() {
		return this.folder;
	}

	private void mount() throws IOException {
		// Without ext4's own guess which files must not be found empty after a power cut.
		Command.run("mount", "-o", "loop,noauto_da_alloc", this.image.toString(), this.folder.toString());
	}

	/**
	 * The image as it is at one moment. Nobody may write meanwhile but the operating
	 * system, so it is copied until no write fell into the copying.
	 */
	Path copy() throws IOException {
		Path copy = this.image.resolveSibling("copy.img");
		Path device = Path.of("/sys/block", device().getFileName().toString(), "stat");
		while (true) {
			String before = Files.readString(device);
			Command.run("cp", "--sparse=always", this.image.toString(), copy.toString());
			boolean underWay = !before.strip().split(" +")[IN_FLIGHT].equals("0");
			if (!underWay && Files.readString(device).equals(before)) {
				return copy;
			}
		}
	}

	private Path device() throws IOException {
		String real = this.folder.toRealPath().toString();
		return mounts().filter((mount) -> mount[1].equals(real))
			.map((mount) -> Path.of(mount[0]))
			.findFirst()
			.orElseThrow();
	}

	/** Device and folder of each. */
	private static Stream<String[]> mounts() throws IOException {
		return Files.readAllLines(MOUNTS).stream().map((mount) -> mount.split(" "));
	}

	/** Puts an image in the place of this one, as if the power had come back. */
	synchronized void comeBackWith(Path copy) throws IOException {
		Command.run("umount", this.folder.toString());
		Files.move(copy, this.image, StandardCopyOption.REPLACE_EXISTING);
		mount();
	}

	@Override
	public void close() {
		Runtime.getRuntime().removeShutdownHook(this.hook);
		detach();
	}

	/** Lazily: the service that uses it may be ending at the same moment. */
	private synchronized void detach() {
		try {
			Command.run("umount", "--lazy", this.folder.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
