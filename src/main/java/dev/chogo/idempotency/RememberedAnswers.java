package dev.chogo.idempotency;

import java.time.Instant;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RememberedAnswers extends Repository<RememberedAnswer, RememberedAnswer.Key> {

	/** Takes the key, or waits until another transaction that took it has ended. */
	RememberedAnswer saveAndFlush(RememberedAnswer answer);

	Optional<RememberedAnswer> findById(RememberedAnswer.Key id);

	@Modifying
	@Query("delete from RememberedAnswer a where a.createdAt < :before")
	int forget(Instant before);

	@Modifying
	@Query("delete from RememberedAnswer a where a.id = :id and a.createdAt < :before")
	int forget(RememberedAnswer.Key id, Instant before);

	@Modifying
	@Query("delete from RememberedAnswer a where a.id.author = :author")
	int forget(long author);

}
