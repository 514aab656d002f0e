package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Somebody with drafts that nobody changes, who pages through their list again and again:
 * each time it must have all of them, in the same order.
 */
final class PagingReader implements Runnable {

	private static final int DRAFTS = 50;

	private static final Pattern ITEM = Pattern.compile("\\{\"sequence\":(\\d+),");

	private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"?next");

	private final Comparison comparison;

	private final Patience patience;

	private final Http http;

	private volatile boolean enough;

	private volatile long lists;

	PagingReader(int port, Comparison comparison, Patience patience) throws IOException {
		this.comparison = comparison;
		this.patience = patience;
		Http nobody = new Http(port);
		nobody.signUp("reader");
		this.http = nobody.signedIn("reader");
		for (int i = 1; i <= DRAFTS; i++) {
			this.http.send("POST", "/api/drafts", "{\"title\":\"제목 %d\"}".formatted(i)).expect(201);
		}
	}

	@Override
	public void run() {
		try {
			List<Long> all = LongStream.iterate(DRAFTS, (sequence) -> sequence - 1).limit(DRAFTS).boxed().toList();
			while (!this.enough) {
				List<Long> seen = pageThrough();
				if (!seen.equals(all)) {
					this.comparison.found("A list of %d drafts had %s".formatted(DRAFTS, seen));
				}
				this.lists++;
			}
		}
		catch (IOException | IllegalStateException ex) {
			this.comparison.found("The reader got " + ex);
		}
	}

	private List<Long> pageThrough() throws IOException {
		List<Long> seen = new ArrayList<>();
		Optional<String> path = Optional.of("/api/drafts?limit=7");
		while (path.isPresent()) {
			Http.Answer page = read(path.get());
			Matcher item = ITEM.matcher(page.body());
			while (item.find()) {
				seen.add(Long.valueOf(item.group(1)));
			}
			path = Optional.of(NEXT.matcher(page.field("Link"))).filter(Matcher::find).map((next) -> next.group(1));
		}
		return seen;
	}

	private Http.Answer read(String path) throws IOException {
		return this.patience.send(this.http, "GET", path, null).expect(200);
	}

	void stop() {
		this.enough = true;
	}

	/** How often the list was read to its end. */
	long lists() {
		return this.lists;
	}

}
