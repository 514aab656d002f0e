package dev.chogo.accounts;

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
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select t from Tally t where t.author = :#{#author.value()}")
	Tally lock(AccountId author);

	@Query("select t from Tally t where t.author = :#{#author.value()}")
	Tally of(AccountId author);

	void deleteByAuthor(long author);

}
