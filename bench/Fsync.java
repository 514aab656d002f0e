package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Saves one text after the other under strace, and looks in what strace saw: after the
 * request was read and before its answer was written, was the database file written to,
 * and did an fsync or fdatasync of it begin after that and come back?
 */
public final class Fsync {

	private static final String CALLS = "fsync,fdatasync,pwrite64,pwritev,read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg";

	/** {@code 1700000000.123456 fsync(9</…/chogo.mv.db>) = 0 <0.000120>}. */
	private static final Pattern CALL = Pattern
		.compile("(\\d+\\.\\d+) (\\w+)\\(\\d+<([^>]*)>(.*)\\) += (-?\\d+).* <(\\d+\\.\\d+)>");

	private static final Pattern REQUEST = Pattern.compile("PATCH /api/drafts/1\\?save=(\\d+) ");

	private Fsync() {
	}

	public static void main(String[] args) throws Exception {
		Options options = new Options(args, Set.of("saves", "jar"), Set.of("without-sync"));
		int saves = (int) options.number("saves", 100);
		Path jar = Path.of(options.text("jar", "target/chogo.jar"));
		if (Stream.of(System.getenv("PATH").split(":")).noneMatch((it) -> Files.isExecutable(Path.of(it, "strace")))) {
			System.out.println("0 passed, 1 failed: there is no strace here (Debian: apt-get install strace)");
			System.exit(1);
		}
		Path folder = Service.folder("fsync");
		boolean sync = !options.has("without-sync");
		Application application = sync ? Application.packaged(jar) : Application.unpacked(jar, folder, false);
		save(application, folder, saves);
		List<Call> calls = calls(folder);
		int synced = 0;
		for (int save = 1; save <= saves; save++) {
			synced += isSynced(calls, save) ? 1 : 0;
		}
		System.out.printf("%d of %d saves were synced between request and answer%n", synced, saves);
		boolean expected = sync == (synced == saves);
		System.out.printf("%d passed, %d failed%s%n", synced, saves - synced,
				sync ? "" : ", as %sexpected without the sync".formatted(expected ? "" : "NOT "));
		System.exit(expected ? 0 : 1);
	}

	private static void save(Application application, Path folder, int saves) throws IOException {
		// -D: strace is the child, so that the process started here is the service
		// itself.
		List<String> strace = List.of("strace", "-D", "-ff", "-o", folder.resolve("calls").toString(), "--seccomp-bpf",
				"-ttt", "-T", "-y", "-s", "64", "-e", "trace=" + CALLS);
		try (Service service = Service.start(strace, application, folder)) {
			Http http = new Http(service.port());
			http.signUp("author");
			http = http.signedIn("author");
			http.send("POST", "/api/drafts", "{\"title\":\"제목\"}").expect(201);
			Random random = new Random(1);
			for (int save = 1; save <= saves; save++) {
				String content = Hangul.text(random, 4096);
				http.send("PATCH", "/api/drafts/1?save=" + save, "{\"content\":\"%s\"}".formatted(content)).expect(200);
			}
			service.stop();
		}
	}

	/** One file for each thread, so that no call is told in two parts. */
	private static List<Call> calls(Path folder) throws IOException {
		List<Call> calls = new ArrayList<>();
		try (Stream<Path> files = Files.list(folder)) {
			for (Path file : files.filter((it) -> it.getFileName().toString().startsWith("calls.")).toList()) {
				try (Stream<String> lines = Files.lines(file)) {
					lines.map(CALL::matcher).filter(Matcher::matches).map(Call::of).forEach(calls::add);
				}
			}
		}
		calls.sort(Comparator.comparingLong(Call::begin));
		return calls;
	}

	private static boolean isSynced(List<Call> calls, int save) {
		Call request = calls.stream().filter((it) -> it.isRequest(save)).findFirst().orElseThrow();
		Call answer = calls.stream()
			.filter((it) -> it.isAnswer() && it.begin() > request.end() && it.file().equals(request.file()))
			.findFirst()
			.orElseThrow();
		return calls.stream()
			.filter((it) -> it.isWriteOfDatabase() && it.begin() > request.begin())
			.anyMatch((write) -> calls.stream()
				.anyMatch((sync) -> sync.isSyncOfDatabase() && sync.begin() >= write.end()
						&& sync.end() <= answer.begin()));
	}

	/**
	 * What a thread asked of the kernel.
	 *
	 * @param begin microseconds
	 * @param end microseconds
	 * @param file path or socket
	 * @param rest how what was written or read begins
	 */
	private record Call(long begin, long end, String name, String file, String rest, long result) {

		static Call of(Matcher line) {
			long begin = micros(line.group(1));
			return new Call(begin, begin + micros(line.group(6)), line.group(2), line.group(3), line.group(4),
					Long.parseLong(line.group(5)));
		}

		private static long micros(String seconds) {
			return Long.parseLong(seconds.replace(".", ""));
		}

		boolean isRequest(int save) {
			Matcher request = REQUEST.matcher(this.rest);
			return request.find() && Integer.parseInt(request.group(1)) == save;
		}

		boolean isAnswer() {
			return this.rest.contains("\"HTTP/1.1 200");
		}

		boolean isWriteOfDatabase() {
			return this.name.startsWith("pwrite") && this.file.endsWith("/chogo.mv.db") && this.result > 0;
		}

		boolean isSyncOfDatabase() {
			return this.name.endsWith("sync") && this.file.endsWith("/chogo.mv.db") && this.result == 0;
		}

	}

}
