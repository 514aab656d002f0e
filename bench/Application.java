package bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged application, and how it is run.
 *
 * @param arguments the words of the command that come after {@code java}
 * @param syncs whether it answers a save only when it is on the disk
 */
record Application(List<String> arguments, boolean syncs) {

	/** The packaged jar as it comes. */
	static Application packaged(Path jar) {
		if (Files.notExists(jar)) {
			System.err.println(jar + " is not there: run ./mvnw package first");
			System.exit(2);
		}
		return new Application(List.of("-jar", jar.toString()), true);
	}

	/**
	 * The same classes, unpacked, so that they start sooner.
	 * @param sync whether its own {@code GroupSync} is used, or in front of it one that
	 * waits for nothing
	 */
	static Application unpacked(Path jar, Path folder, boolean sync) throws IOException {
		packaged(jar);
		Path application = folder.resolve("application");
		Command.run(java("java"), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force", "--destination",
				application.toString());
		Path whole = application.resolve(jar.getFileName());
		List<String> path = new ArrayList<>();
		if (!sync) {
			path.add(withoutSync(whole, folder).toString());
		}
		path.add(whole.toString());
		return new Application(List.of("-cp", String.join(File.pathSeparator, path), "dev.chogo.ChogoApplication"),
				sync);
	}

	/** A jar, because no archive of classes can be made of folders. */
	private static Path withoutSync(Path application, Path folder) throws IOException {
		Path classes = folder.resolve("without-sync");
		Path jar = folder.resolve("without-sync.jar");
		Command.run(java("javac"), "-cp", application.toString(), "-d", classes.toString(),
				"bench/without-sync/dev/chogo/store/GroupSync.java");
		Command.run(java("jar"), "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
		return jar;
	}

	/**
	 * The same, made ready to be started many times: with the fast compiler alone, as no
	 * process lives long enough here for better code, and with an archive of the classes
	 * that a run of it has loaded, which is a start, a save and a stop.
	 */
	Application quick(Path folder) throws IOException {
		Path archive = folder.resolve("classes.jsa");
		try (Service service = Service.start(List.of(), with("-XX:ArchiveClassesAtExit=" + archive), folder)) {
			Http http = new Http(service.port());
			http.signUp("author");
			http = http.signedIn("author");
			http.send("POST", "/api/drafts", "{\"title\":\"제목\"}").expect(201);
			http.send("PATCH", "/api/drafts/1", "{\"content\":\"글\"}", "If-Match", "\"1\"").expect(200);
			http.get("/api/drafts").expect(200);
			service.stop();
		}
		if (Files.notExists(archive)) {
			throw new IOException("No archive of classes was made");
		}
		return with("-XX:SharedArchiveFile=" + archive);
	}

	private Application with(String option) {
		List<String> all = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", option));
		all.addAll(this.arguments);
		return new Application(all, this.syncs);
	}

	static String java(String tool) {
		return Path.of(System.getProperty("java.home"), "bin", tool).toString();
	}

}
