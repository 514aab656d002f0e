package dev.chogo.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;

import dev.chogo.accounts.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/** Makes archives of what is stored at one moment. */
@Component
class Backups {

	private final Snapshot snapshot;

	private final StoreReader store;

	private final Clock clock;

	/** The version of Chogo. */
	private final String version;

	Backups(Snapshot snapshot, StoreReader store, Clock clock, ObjectProvider<BuildProperties> build) {
		this.snapshot = snapshot;
		this.store = store;
		this.clock = clock;
		this.version = build.stream().map(BuildProperties::getVersion).findFirst().orElse("unknown");
	}

	/** Writes all there is. */
	void write(OutputStream out, boolean withPasswords) throws IOException {
		write(new ArchiveWriter(out, withPasswords, this.clock.instant()), this.store::tell);
	}

	/** Writes what is one author's, without passwords. */
	void write(OutputStream out, AccountId author) throws IOException {
		write(new ArchiveWriter(out, false, this.clock.instant()), (archive) -> this.store.tell(author, archive));
	}

	private void write(ArchiveWriter archive, Telling telling) throws IOException {
		this.snapshot.of(() -> {
			telling.to(archive);
			return archive;
		}).finish(this.version);
	}

	/** Who is told of. */
	private interface Telling {

		void to(Recipient recipient) throws IOException;

	}

}
