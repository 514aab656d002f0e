package dev.chogo.accounts;

import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The authors' counts. */
public interface Tallies extends Repository<Tally, Long> {

	Tally save(Tally tally);

	/**
	 * Waits for the author's other writes to end, then holds the row until this
	 * transaction does.
	 */
	default Tally lock(AccountId author) {
		return locked(author.value()).orElseThrow(NobodyAnyMore::new);
	}

	/** What an author has now. */
	default Tally of(AccountId author) {
		return findById(author.value()).orElseThrow(NobodyAnyMore::new);
	}

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select t from Tally t where t.author = :author")
	Optional<Tally> locked(long author);

	Optional<Tally> findById(long author);

	void deleteByAuthor(long author);

}
