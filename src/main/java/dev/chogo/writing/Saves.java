package dev.chogo.writing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** All saves of one kind of text that are kept. */
@NoRepositoryBean
public interface Saves<S extends Save> extends Repository<S, SaveId> {

	S save(S save);

	Optional<S> findById(SaveId id);

	@Query("select s from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence order by s.id.version desc")
	List<S> newest(long author, long sequence, Limit limit);

	@Query("select coalesce(max(s.id.sequence), 0) from #{#entityName} s where s.id.author = :author")
	long lastSequence(long author);

	/** The versions of a text before one, newest first, without their contents. */
	@Query("""
			select new dev.chogo.writing.VersionView(s.id.version, s.savedAt, s.length, s.details.format, s.kept)
			from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence and s.id.version < :version
			order by s.id.author desc, s.id.sequence desc, s.id.version desc""")
	List<VersionView> before(long author, long sequence, long version, Limit limit);

	/** The first version after one that is kept, and those that follow it. */
	@Query("""
			select new dev.chogo.writing.VersionView$Whole(s.id.version, s.savedAt, s.length, s.details.format, s.kept,
			s.details.title, s.content)
			from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence and s.id.version > :version
			order by s.id.author, s.id.sequence, s.id.version""")
	List<VersionView.Whole> after(long author, long sequence, long version, Limit limit);

	@Query("select count(s) from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence")
	long count(long author, long sequence);

	/** Texts of which some versions have outlived the reason why they are kept. */
	@Query("""
			select distinct new dev.chogo.writing.WritingId(s.id.author, s.id.sequence) from #{#entityName} s
			where s.kept = :kept and s.savedAt < :time""")
	List<WritingId> withVersions(Kept kept, Instant time, Limit limit);

	@Modifying
	@Query("delete from #{#entityName} s where s.id in :ids")
	void deleteAll(Collection<SaveId> ids);

	@Modifying
	@Query("update #{#entityName} s set s.kept = :kept where s.id in :ids")
	void keepFor(Kept kept, Collection<SaveId> ids);

	@Modifying
	@Query("delete from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence")
	void deleteAllOf(long author, long sequence);

	@Modifying
	@Query("delete from #{#entityName} s where s.id.author = :author")
	void deleteAllOf(long author);

}
