package dev.chogo.writing;

import java.util.List;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tally;
import dev.chogo.journal.Change;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What goes by itself: versions that have outlived their reason, what was in the trash
 * too long, and all of an author who leaves.
 */
@Component
class Housekeeping {

	/** How many texts are looked for at once. */
	private static final Limit BATCH = Limit.of(100);

	private final List<Shelf<?, ?>> shelves;

	private final TransactionOperations transactions;

	Housekeeping(List<Shelf<?, ?>> shelves, TransactionOperations transactions) {
		this.shelves = shelves;
		this.transactions = transactions;
	}

	@Scheduled(fixedDelayString = "PT5M")
	void thin() {
		for (Shelf<?, ?> shelf : this.shelves) {
			Thinning.STEPS.forEach((step) -> thin(shelf, step));
		}
	}

	private void thin(Shelf<?, ?> shelf, Thinning step) {
		List<WritingId> found;
		do {
			found = shelf.saves().withVersions(step.from(), step.before(shelf.now()), BATCH);
			found.forEach((id) -> this.transactions.executeWithoutResult((status) -> thin(shelf, step, id)));
		}
		while (!found.isEmpty());
	}

	private static <W extends Writing> void thin(Shelf<W, ?> shelf, Thinning step, WritingId id) {
		AccountId author = new AccountId(id.author());
		Tally tally = shelf.hold(author);
		List<VersionView> versions = shelf.saves()
			.before(id.author(), id.sequence(), Long.MAX_VALUE, Limit.unlimited());
		Thinning.Sorted sorted = step.sorted(versions, shelf.now());
		shelf.saves().keepFor(step.to(), ids(id, sorted.stay()));
		if (!sorted.go().isEmpty()) {
			shelf.saves().deleteAll(ids(id, sorted.go()));
			shelf.note(shelf.known(author, id.sequence()), Change.THINNED, tally);
		}
	}

	private static List<SaveId> ids(WritingId id, List<Long> versions) {
		return versions.stream().map((version) -> new SaveId(id.author(), id.sequence(), version)).toList();
	}

	@Scheduled(fixedDelayString = "PT1H")
	void emptyTrash() {
		for (Shelf<?, ?> shelf : this.shelves) {
			List<WritingId> found;
			do {
				found = shelf.writings().expired(shelf.trashBegins(), BATCH);
				found.forEach((id) -> this.transactions.executeWithoutResult((status) -> empty(shelf, id)));
			}
			while (!found.isEmpty());
		}
	}

	private static <W extends Writing> void empty(Shelf<W, ?> shelf, WritingId id) {
		AccountId author = new AccountId(id.author());
		Tally tally = shelf.hold(author);
		shelf.writings()
			.findById(id)
			.filter((writing) -> !shelf.isKept(writing))
			.ifPresent((writing) -> shelf.empty(writing, tally));
	}

	@EventListener
	@Transactional
	public void deleteAll(AccountDeleted deleted) {
		this.shelves.forEach((shelf) -> {
			shelf.saves().deleteAllOf(deleted.account().value());
			shelf.writings().deleteAllOf(deleted.account().value());
		});
	}

}
