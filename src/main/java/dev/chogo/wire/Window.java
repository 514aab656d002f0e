package dev.chogo.wire;

import java.nio.charset.StandardCharsets;

import org.springframework.web.util.UriUtils;

/**
 * Which part of a list is asked for.
 *
 * @param limit how many entries at most, 1 to 100
 * @param after the entry behind which they begin
 * @param words what each entry must have in its title or content; empty for any
 */
public record Window(int limit, Cursor after, String words) {

	/** As the request has it, so that a link to the next page asks for the same. */
	String query(Cursor next) {
		return "?limit=%d&cursor=%s".formatted(this.limit, next)
				+ (this.words.isEmpty() ? "" : "&q=" + UriUtils.encode(this.words, StandardCharsets.UTF_8));
	}

}
