package dev.chogo.blog;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.chogo.wire.CodePoints;
import org.jspecify.annotations.Nullable;

/**
 * What an author says of the blog; a member that is absent stays, one that is null is
 * emptied.
 *
 * @param title at most 100 code points
 * @param description at most 500 code points
 * @param timeZone an IANA name such as {@code Asia/Seoul}, by which dates are shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BlogPatch(@CodePoints(max = 100) @Nullable String title, @CodePoints(max = 500) @Nullable String description,
		@CodePoints(max = 64) @Nullable String timeZone) {
}
