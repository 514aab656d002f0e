package dev.chogo.logins;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Logins extends Repository<Login, String> {

	Login save(Login login);

	Optional<Login> findById(String id);

	@Query("select l from Login l where l.account = :account and l.endedAt is null")
	List<Login> alive(long account);

	@Query("select l.id from Login l where l.endedAt >= :since")
	List<String> endedSince(Instant since);

	/**
	 * Makes the next generation of refresh tokens the newest: 1, or 0 where another
	 * request did so before.
	 */
	@Modifying(clearAutomatically = true)
	@Query("""
			update Login l set l.generation = l.generation + 1, l.renewedAt = :now
			where l.id = :id and l.generation = :generation and l.endedAt is null""")
	int rotate(String id, long generation, Instant now);

	@Modifying(clearAutomatically = true)
	@Query("update Login l set l.renewedAt = :now where l.id = :id and l.endedAt is null")
	int renew(String id, Instant now);

	@Modifying
	@Query("delete from Login l where l.endedAt < :before or l.renewedAt < :idle or l.createdAt < :old")
	int forget(Instant before, Instant idle, Instant old);

}
