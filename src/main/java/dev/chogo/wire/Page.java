package dev.chogo.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * A part of a list.
 *
 * @param next where the next part begins, or null on the last page
 * @param total how many entries the author has in all
 */
public record Page<T>(List<T> entries, @Nullable Cursor next, long total) {

	/** The page as an answer whose {@code Link} leads to the next one (RFC 8288). */
	public <V> ResponseEntity<V> answer(String path, Window window, V body) {
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (this.next != null) {
			answer.header(HttpHeaders.LINK, "<%s%s>; rel=\"next\"".formatted(path, window.query(this.next)));
		}
		return answer.body(body);
	}

	/**
	 * Reads a page of what is shown, batch after batch.
	 * @param batch the entries behind a place, up to one more than the window has
	 * @param isShown whether an entry belongs in the list
	 * @param place where an entry stands
	 */
	public static <T> Page<T> of(Window window, Function<Cursor, List<T>> batch, Predicate<T> isShown,
			Function<T, Cursor> place, long total) {
		List<T> found = new ArrayList<>();
		List<T> read = batch.apply(window.after());
		read.stream().filter(isShown).forEach(found::add);
		while (found.size() <= window.limit() && read.size() > window.limit()) {
			read = batch.apply(place.apply(read.get(read.size() - 1)));
			read.stream().filter(isShown).forEach(found::add);
		}
		boolean more = found.size() > window.limit();
		List<T> shown = more ? found.subList(0, window.limit()) : found;
		return new Page<>(shown, more ? place.apply(shown.get(shown.size() - 1)) : null, total);
	}

	/** The same page of what its entries look like. */
	public <V> Page<V> with(Function<List<T>, List<V>> views) {
		return new Page<>(views.apply(this.entries), this.next, this.total);
	}

}
