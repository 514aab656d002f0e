package dev.chogo.search;

import java.util.List;
import java.util.Optional;

import dev.chogo.writing.Library;
import dev.chogo.writing.Standing;
import dev.chogo.writing.TextId;
import dev.chogo.writing.VersionView;
import org.apache.lucene.document.Document;
import org.springframework.stereotype.Component;

/** Brings texts from the store into the index, two versions at a time. */
@Component
class Indexer {

	private final Library library;

	private final Index index;

	Indexer(Library library, Index index) {
		this.library = library;
		this.index = index;
	}

	/** Adds a text of which there is nothing in the index yet. */
	void add(TextId text) throws IndexLost {
		Optional<Standing> standing = this.library.standing(text);
		if (standing.isPresent()) {
			add(text, standing.get(), 0);
		}
	}

	/**
	 * Makes what there is of a text in the index what is kept of it in the store.
	 * @param changed the first version of which the index does not know; 0 for all
	 */
	void renew(TextId text, long changed) throws IndexLost {
		Optional<Standing> standing = this.library.standing(text);
		if (standing.isPresent()) {
			// The one before was the newest, and is now to be found only with what
			// vanished after it.
			long from = this.library.before(text, changed);
			this.index.tell((index) -> index.remove(Documents.of(text, from)));
			add(text, standing.get(), from);
		}
		else {
			this.index.tell((index) -> index.purge(Documents.of(text, 0)));
		}
	}

	private void add(TextId text, Standing standing, long from) throws IndexLost {
		Optional<VersionView.Whole> version = this.library.after(text, from - 1);
		while (version.isPresent()) {
			Optional<VersionView.Whole> next = this.library.after(text, version.get().version());
			if (next.isPresent()) {
				addVanished(text, standing, version.get(), next.get());
			}
			else {
				add(Documents.newest(text, standing, version.get()));
			}
			version = next;
		}
	}

	private void addVanished(TextId text, Standing standing, VersionView.Whole version, VersionView.Whole next)
			throws IndexLost {
		List<String> vanished = Vanished.between(version.content(), next.content());
		if (!vanished.isEmpty() || !version.title().equals(next.title())) {
			add(Documents.older(text, standing, version, String.join("\n", vanished)));
		}
	}

	private void add(Document version) throws IndexLost {
		this.index.tell((index) -> index.add(version));
	}

}
