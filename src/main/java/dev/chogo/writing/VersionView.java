package dev.chogo.writing;

import java.time.Instant;
import java.util.List;

import dev.chogo.merging.Change;
import dev.chogo.text.Format;
import dev.chogo.wire.Page;

/**
 * A version as its author finds it listed.
 *
 * @param length code points of its content
 * @param kept why it is kept
 */
public record VersionView(long version, Instant savedAt, int length, Format format, Kept kept) {

	/** The body of a list. */
	public static Items items(Page<VersionView> page) {
		return new Items(true, page.entries(), page.total());
	}

	/**
	 * A version with its text.
	 *
	 * @param length code points of its content
	 * @param kept why it is kept
	 */
	public record Whole(long version, Instant savedAt, int length, Format format, Kept kept, String title,
			String content) {

		static Whole of(Save save) {
			return new Whole(save.getId().version(), save.savedAt(), save.length(), save.details().format(),
					save.kept(), save.details().title(), save.content());
		}

	}

	/** The body of an answer to a read. */
	public record One(boolean success, Whole version) {
	}

	/** The body of a list. */
	public record Items(boolean success, List<VersionView> versions, long total) {
	}

	/** What changed in the content from one version to another. */
	public record Changes(boolean success, List<Change> changes) {
	}

}
