package dev.chogo.search;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.chogo.accounts.AccountId;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.NIOFSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.Version;

/**
 * The index while it is open: one writer, and what it has written so far. Its files are
 * read, not mapped: where a disk fails that is an exception, not a fault of the process.
 */
final class OpenIndex implements Closeable {

	private static final String MADE_BY = "made-by";

	/** What texts become in the index, and the dictionary by which they do. */
	private static final String SCHEMA = "schema 1 of Lucene " + Version.LATEST;

	private final Directory folder;

	private final IndexWriter writer;

	private final SearcherManager searchers;

	/** Whether something was taken out that is to leave the disk too. */
	private volatile boolean purge;

	private OpenIndex(Directory folder, IndexWriter writer, SearcherManager searchers) {
		this.folder = folder;
		this.writer = writer;
		this.searchers = searchers;
	}

	/** Opens what is there, unless it was made in another way or is broken. */
	static OpenIndex in(Path path) throws IOException {
		try (Directory folder = new NIOFSDirectory(path)) {
			if (DirectoryReader.indexExists(folder)
					&& SCHEMA.equals(SegmentInfos.readLatestCommit(folder).getUserData().get(MADE_BY))) {
				return open(path, OpenMode.APPEND);
			}
		}
		catch (IOException | RuntimeException ex) {
			// Whatever it is that cannot be read, it can be made anew.
		}
		return emptyIn(path);
	}

	/** Begins with nothing. */
	static OpenIndex emptyIn(Path path) throws IOException {
		clear(path);
		return open(path, OpenMode.CREATE);
	}

	/** A writer would first read what is there, which may be what cannot be read. */
	private static void clear(Path path) throws IOException {
		try (Directory folder = new NIOFSDirectory(path); Lock lock = folder.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
			lock.ensureValid();
			for (String file : folder.listAll()) {
				if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
					folder.deleteFile(file);
				}
			}
		}
	}

	private static OpenIndex open(Path path, OpenMode mode) throws IOException {
		Directory folder = new NIOFSDirectory(path);
		IndexWriter writer = null;
		try {
			writer = new IndexWriter(folder, settings(mode));
			if (mode == OpenMode.CREATE) {
				writer.setLiveCommitData(Map.of(MADE_BY, SCHEMA).entrySet());
				writer.commit();
			}
			return new OpenIndex(folder, writer, new SearcherManager(writer, null));
		}
		catch (IOException | RuntimeException ex) {
			IOUtils.closeWhileHandlingException(writer, folder);
			throw ex;
		}
	}

	private static IndexWriterConfig settings(OpenMode mode) {
		TieredMergePolicy merges = new TieredMergePolicy();
		// What is to leave the index leaves it whole.
		merges.setForceMergeDeletesPctAllowed(0);
		return new IndexWriterConfig(Morphemes.ANALYZER).setOpenMode(mode)
			.setMergePolicy(merges)
			.setRAMBufferSizeMB(16)
			.setCommitOnClose(false);
	}

	/** All that a query finds, as far as it was {@link #show() shown}. */
	List<Hit> find(Query query) throws IOException {
		return search((searcher) -> searcher.search(query, new Hits()));
	}

	/** How far an author's journal was read; nothing of an author not known yet. */
	Optional<Watermark> watermark(AccountId author) throws IOException {
		return search((searcher) -> {
			ScoreDoc[] found = searcher.search(new TermQuery(Documents.watermarkOf(author)), 1).scoreDocs;
			return (found.length == 0) ? Optional.empty()
					: Optional.of(Documents.watermark(searcher.storedFields().document(found[0].doc)));
		});
	}

	/** All authors who are known, and perhaps some who were. */
	Set<AccountId> authors() throws IOException {
		return search((searcher) -> {
			Set<AccountId> authors = new HashSet<>();
			Terms watermarks = MultiTerms.getTerms(searcher.getIndexReader(), Documents.WATERMARK);
			if (watermarks != null) {
				TermsEnum each = watermarks.iterator();
				for (BytesRef term = each.next(); term != null; term = each.next()) {
					authors.add(new AccountId(Long.parseLong(term.utf8ToString())));
				}
			}
			return authors;
		});
	}

	private <T> T search(Search<T> search) throws IOException {
		IndexSearcher searcher = this.searchers.acquire();
		try {
			return search.by(searcher);
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	void add(Document version) throws IOException {
		this.writer.addDocument(version);
	}

	void remove(Query query) throws IOException {
		this.writer.deleteDocuments(query);
	}

	/** Takes out what is to leave the disk too, when the index is next kept. */
	void purge(Query query) throws IOException {
		this.writer.deleteDocuments(query);
		this.purge = true;
	}

	/** Remembers how far an author's journal was read. */
	void mark(AccountId author, Watermark watermark) throws IOException {
		this.writer.updateDocument(Documents.watermarkOf(author), Documents.watermark(author, watermark));
	}

	/** Lets what was written be found. */
	void show() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	/** Brings what was written to the disk. */
	void keep() throws IOException {
		if (this.purge) {
			this.purge = false;
			this.writer.forceMergeDeletes();
		}
		this.writer.commit();
		// Readers let go of the files that are not used any more.
		show();
	}

	/** Forgets what was not kept. */
	@Override
	public void close() {
		IOUtils.closeWhileHandlingException(this.searchers, this.writer::rollback, this.folder);
	}

	/** A look into the index. */
	private interface Search<T> {

		T by(IndexSearcher searcher) throws IOException;

	}

}
