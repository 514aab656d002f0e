package dev.chogo.search;

import java.io.IOException;
import java.nio.file.Path;

import dev.chogo.store.Folders;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The index in the folder {@code index} of the data folder, opened when it is first
 * asked. Once it fails it is lost, until {@link #mend()} begins a new one.
 */
@Component
class Index implements DisposableBean {

	private static final Log log = LogFactory.getLog(Index.class);

	private final Folders folders;

	private @Nullable OpenIndex open;

	private boolean lost;

	private boolean closed;

	Index(Folders folders) {
		this.folders = folders;
	}

	/** Asks the index, or tells it something. */
	<T> T ask(Question<T> question) throws IndexLost {
		OpenIndex index = open();
		try {
			return question.to(index);
		}
		catch (IOException | RuntimeException ex) {
			lose(index, ex);
			throw new IndexLost(ex);
		}
	}

	void tell(Statement statement) throws IndexLost {
		ask((index) -> {
			statement.to(index);
			return true;
		});
	}

	private synchronized OpenIndex open() throws IndexLost {
		if (this.open == null && !this.lost && !this.closed) {
			try {
				this.open = OpenIndex.in(folder());
			}
			catch (IOException | RuntimeException ex) {
				lose(null, ex);
			}
		}
		if (this.open == null) {
			throw new IndexLost("The search index is not open");
		}
		return this.open;
	}

	private synchronized void lose(@Nullable OpenIndex index, Throwable cause) {
		if (index != this.open || this.closed) {
			return;
		}
		if (!this.lost) {
			log.warn("The search index cannot be used, so that texts are looked through instead", cause);
		}
		close();
		this.lost = true;
	}

	/** Begins with nothing, because what is there may be wrong. */
	synchronized void renew() {
		if (this.closed) {
			return;
		}
		close();
		try {
			this.open = OpenIndex.emptyIn(folder());
			if (this.lost) {
				log.info("The search index can be used again");
			}
			this.lost = false;
		}
		catch (IOException | RuntimeException ex) {
			lose(null, ex);
		}
	}

	/** Begins with nothing if the index is lost. */
	synchronized void mend() {
		if (this.lost) {
			renew();
		}
	}

	private Path folder() throws IOException {
		return this.folders.folder("index");
	}

	@Override
	public synchronized void destroy() {
		try {
			if (this.open != null) {
				this.open.keep();
			}
		}
		catch (IOException | RuntimeException ex) {
			log.debug("What was not kept will be read again", ex);
		}
		close();
		this.closed = true;
	}

	private void close() {
		if (this.open != null) {
			this.open.close();
			this.open = null;
		}
	}

	/** What is asked. */
	interface Question<T> {

		T to(OpenIndex index) throws IOException;

	}

	/** What is told. */
	interface Statement {

		void to(OpenIndex index) throws IOException;

	}

}
