package dev.chogo.writing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** The newest states of one kind of text. */
@NoRepositoryBean
public interface Writings<W extends Writing> extends Repository<W, WritingId> {

	W save(W writing);

	void flush();

	Optional<W> findById(WritingId id);

	/**
	 * What is not deleted and stands behind a place of the author's list, newest first.
	 */
	List<W> page(long author, Instant at, long sequence, Limit limit);

	@Query("select w from #{#entityName} w where w.id.author = :author and w.id.sequence in :sequences")
	List<W> among(long author, Collection<Long> sequences);

	/** The numbers of all of an author, wherever they are. */
	@Query("select w.id.sequence from #{#entityName} w where w.id.author = :author")
	List<Long> sequences(long author);

	/** What is there with the same title and content. */
	@Query("""
			select w from #{#entityName} w where w.id.author = :author and w.deletedAt is null
			and w.digest = :digest and w.details.title = :title""")
	List<W> like(long author, String title, byte[] digest);

	/** What lies behind a place of the author's trash, the latest first. */
	List<W> trash(long author, Instant since, Instant at, long sequence, Limit limit);

	/** How much lies in the author's trash. */
	long countTrash(long author, Instant since);

	/** What was in some trash for longer than it is kept. */
	List<WritingId> expired(Instant time, Limit limit);

	@Modifying
	@Query("delete from #{#entityName} w where w.id.author = :author")
	void deleteAllOf(long author);

	/**
	 * Texts of which a crash kept the newest state, but not the save that it stands for.
	 */
	@Query("""
			select w from #{#entityName} w where w.savedAt >= :since and not exists (
			select 1 from #{#entityName}Version s where s.id.author = w.id.author
			and s.id.sequence = w.id.sequence and s.id.version = w.version)""")
	List<W> withoutTheirSave(Instant since);

	/** Texts of which a crash kept a save, but not that it is the newest state. */
	@Query("""
			select w from #{#entityName} w where exists (
			select 1 from #{#entityName}Version s where s.id.author = w.id.author
			and s.id.sequence = w.id.sequence and s.id.version > w.version)""")
	List<W> behindTheirSaves();

	/**
	 * Makes a version the newest one; this is for repair alone, and goes around
	 * compare-and-swap.
	 */
	@Modifying(flushAutomatically = true, clearAutomatically = true)
	@Query("update #{#entityName} w set w.version = :version where w.id = :id")
	void setVersion(WritingId id, long version);

	void delete(W writing);

	@Query("select distinct w.id.author from #{#entityName} w where w.savedAt >= :since or w.deletedAt >= :since")
	Set<Long> authorsSince(Instant since);

	@Query("select count(w) from #{#entityName} w where w.id.author = :author and w.deletedAt is null")
	long count(long author);

}
