package dev.chogo.wire;

import java.util.List;
import java.util.function.Function;

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

}
