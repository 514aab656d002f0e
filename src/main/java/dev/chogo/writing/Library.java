package dev.chogo.writing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.text.Words;
import jakarta.persistence.EntityManager;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that authors ever wrote and that is kept, for rooms that make something of it.
 * Nothing that is given out is held on to, so that a whole library can be walked through.
 */
@Component
@Transactional(readOnly = true)
public class Library {

	private final Map<Kind, Shelf<?, ?>> shelves;

	private final EntityManager entities;

	Library(List<Shelf<?, ?>> shelves, EntityManager entities) {
		this.shelves = shelves.stream().collect(Collectors.toMap(Shelf::kind, Function.identity()));
		this.entities = entities;
	}

	/** The numbers of all texts of an author, wherever they are. */
	public List<Long> sequences(AccountId author, Kind kind) {
		return shelf(kind).writings().sequences(author.value());
	}

	/** Where a text is; nothing where nothing is left of it. */
	public Optional<Standing> standing(TextId text) {
		return standing(shelf(text.kind()), WritingId.of(text.author(), text.sequence()));
	}

	private <W extends Writing> Optional<Standing> standing(Shelf<W, ?> shelf, WritingId id) {
		return shelf.writings().findById(id).map((writing) -> {
			Standing standing = shelf.standing(writing);
			this.entities.detach(writing);
			return standing;
		});
	}

	/** The last version before one that is kept, or 0. */
	public long before(TextId text, long version) {
		return shelf(text.kind()).saves()
			.before(text.author().value(), text.sequence(), version, Limit.of(1))
			.stream()
			.mapToLong(VersionView::version)
			.findFirst()
			.orElse(0);
	}

	/** The first version after one that is kept. */
	public Optional<VersionView.Whole> after(TextId text, long version) {
		return shelf(text.kind()).saves()
			.after(text.author().value(), text.sequence(), version, Limit.of(1))
			.stream()
			.findFirst();
	}

	/** The newest version that has words as they stand: this reads all of a text. */
	public Optional<VersionView.Whole> newest(TextId text, Words words) {
		Optional<VersionView.Whole> newest = Optional.empty();
		Optional<VersionView.Whole> version = after(text, 0);
		while (version.isPresent()) {
			if (words.areIn(version.get().title(), version.get().content())) {
				newest = version;
			}
			version = after(text, version.get().version());
		}
		return newest;
	}

	/** What was thrown away before this is gone for good. */
	public Instant trashBegins() {
		return shelf(Kind.DRAFT).trashBegins();
	}

	private Shelf<?, ?> shelf(Kind kind) {
		return Objects.requireNonNull(this.shelves.get(kind));
	}

}
