package dev.chogo.journal;

import java.time.Instant;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.springframework.data.domain.Persistable;

/** One thing that happened to one text: written once, never changed. */
@Entity
@Table(name = "journal")
public class Entry implements Persistable<Entry.Id> {

	@EmbeddedId
	private Id id;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	private long sequence;

	private long version;

	@Enumerated(EnumType.STRING)
	private Change change;

	private Instant happenedAt;

	@SuppressWarnings("NullAway.Init")
	protected Entry() {
	}

	/**
	 * @param tally the author's, held by this transaction: it gives the entry its number
	 */
	Entry(Tally tally, Kind kind, long sequence, long version, Change change, Instant now) {
		this.id = new Id(tally.author().value(), tally.addEntry());
		this.kind = kind;
		this.sequence = sequence;
		this.version = version;
		this.change = change;
		this.happenedAt = now;
	}

	@Override
	public Id getId() {
		return this.id;
	}

	/** Always: no entry is stored twice. */
	@Override
	public boolean isNew() {
		return true;
	}

	public AccountId author() {
		return new AccountId(this.id.author());
	}

	/** From 1 up for each author, without a gap. */
	public long number() {
		return this.id.number();
	}

	public Kind kind() {
		return this.kind;
	}

	public long sequence() {
		return this.sequence;
	}

	/** The version that the text has since. */
	public long version() {
		return this.version;
	}

	public Change change() {
		return this.change;
	}

	public Instant happenedAt() {
		return this.happenedAt;
	}

	/** Names an entry: its author, and its number among the author's. */
	@Embeddable
	public record Id(long author, long number) {
	}

}
