package bench;

import java.util.ArrayList;
import java.util.List;

/** What a client knows of one draft, from the answers it got and those it did not get. */
final class Text {

	/** 0 as long as the answer to its POST has not come. */
	long sequence;

	/** Acknowledged, oldest first: version 1, 2, 3 … */
	final List<Save> saves = new ArrayList<>();

	/** Sent, but not answered. */
	Save unknown;

	/** DELETE was sent. */
	boolean deleting;

	/** DELETE was acknowledged. */
	boolean deleted;

	/** When that was, by {@code System.nanoTime}. */
	long deletedAt;

	boolean deletionLost;

	/** What is stored is not what was acknowledged: told once, then left alone. */
	boolean spoiled;

	/** Something was sent since the last comparison. */
	boolean touched;

	/** Among the author's drafts, as of the last comparison. */
	boolean there;

	/** A state of a draft as it was sent, without its content. */
	static final class Save {

		final long version;

		final String title;

		final String digest;

		/** When it was, by {@code System.nanoTime}. */
		long acknowledgedAt;

		boolean lost;

		Save(long version, String title, String digest) {
			this.version = version;
			this.title = title;
			this.digest = digest;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Save save && this.version == save.version && this.title.equals(save.title)
					&& this.digest.equals(save.digest);
		}

		@Override
		public int hashCode() {
			return this.digest.hashCode();
		}

		@Override
		public String toString() {
			return "version %d, %s, %s".formatted(this.version, this.title, this.digest);
		}

	}

	long version() {
		return this.saves.size();
	}

	Save newest() {
		return this.saves.get(this.saves.size() - 1);
	}

	boolean writable() {
		return !this.deleting && !this.spoiled && this.unknown == null;
	}

	void acknowledged() {
		this.unknown.acknowledgedAt = System.nanoTime();
		this.saves.add(this.unknown);
		this.unknown = null;
	}

	/**
	 * Nothing above this version is stored, so what was acknowledged above it is lost.
	 */
	void lostAbove(long version) {
		this.saves.stream().filter((save) -> save.version > version).forEach((save) -> save.lost = true);
		this.spoiled = true;
	}

	long lost() {
		return this.saves.stream().filter((save) -> save.lost).count() + (this.deletionLost ? 1 : 0);
	}

	@Override
	public String toString() {
		return "draft %d (%s; not answered: %s, deletion: %s)".formatted(this.sequence,
				this.saves.isEmpty() ? "not acknowledged" : newest(), this.unknown,
				this.deleted ? "acknowledged" : this.deleting ? "not answered" : "none");
	}

}
