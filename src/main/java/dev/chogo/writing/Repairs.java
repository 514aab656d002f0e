package dev.chogo.writing;

import java.util.List;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import dev.chogo.store.UncleanStop;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Repairs what a crash tore: H2 keeps a transaction whole once it is on the disk, but of
 * one that was never acknowledged it may keep a half. A text becomes its newest whole
 * save.
 */
@Component
class Repairs {

	private static final Log log = LogFactory.getLog(Repairs.class);

	private final List<Shelf<?, ?>> shelves;

	Repairs(List<Shelf<?, ?>> shelves) {
		this.shelves = shelves;
	}

	@EventListener
	@Transactional
	public void repair(UncleanStop stop) {
		this.shelves.forEach((shelf) -> repair(shelf, stop));
	}

	private static <W extends Writing, S extends Save> void repair(Shelf<W, S> shelf, UncleanStop stop) {
		shelf.writings().authorsSince(stop.since()).forEach((author) -> recount(shelf, new AccountId(author)));
		shelf.writings().withoutTheirSave(stop.since()).forEach((it) -> repair(shelf, it));
		shelf.writings().behindTheirSaves().forEach((it) -> repair(shelf, it));
		shelf.writings().authorsSince(stop.since()).forEach((author) -> recount(shelf, new AccountId(author)));
	}

	private static void recount(Shelf<?, ?> shelf, AccountId author) {
		Tally tally = shelf.hold(author);
		shelf.recount(tally, shelf.writings().count(author.value()), shelf.saves().lastSequence(author.value()));
		shelf.journal().recount(tally);
	}

	private static <W extends Writing, S extends Save> void repair(Shelf<W, S> shelf, W writing) {
		WritingId id = writing.getId();
		List<S> newest = shelf.saves().newest(id.author(), id.sequence(), Limit.of(1));
		log.warn("%s %d of author %d was torn at version %d; it is now as %s".formatted(
				writing.getClass().getSimpleName(), id.sequence(), id.author(), writing.version(),
				newest.isEmpty() ? "if it had never been sent" : "version " + newest.get(0).getId().version()));
		if (newest.isEmpty()) {
			shelf.writings().delete(writing);
		}
		else {
			S save = newest.get(0);
			writing.edit(save.details(), save.content(), save.savedAt());
			shelf.writings().setVersion(id, save.getId().version());
		}
		shelf.note(writing, Change.SAVED, shelf.hold(new AccountId(id.author())));
	}

}
