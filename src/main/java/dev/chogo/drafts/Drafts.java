package dev.chogo.drafts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.chogo.writing.WritingId;
import dev.chogo.writing.Writings;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

/**
 * Drafts by author. A list is ordered by all columns of its index, though an author's
 * list has only one author: H2 sorts all rows otherwise.
 */
interface Drafts extends Writings<Draft> {

	@Override
	@Query("""
			select d from Draft d
			where d.id.author = :author and d.deletedAt is null and d.savedAt <= :at
			and (d.savedAt < :at or d.id.sequence < :sequence)
			order by d.id.author, d.deletedAt, d.savedAt desc, d.id.sequence desc""")
	List<Draft> page(long author, Instant at, long sequence, Limit limit);

	/** The draft on the desk that is to renew a post. */
	@Query("select d from Draft d where d.id.author = :author and d.post = :post and d.deletedAt is null")
	Optional<Draft> of(long author, long post);

	@Override
	@Query("""
			select d from Draft d
			where d.id.author = :author and d.outcome.sequence is null and d.deletedAt > :since and d.deletedAt <= :at
			and (d.deletedAt < :at or d.id.sequence < :sequence)
			order by d.id.author, d.outcome.sequence, d.deletedAt desc, d.id.sequence desc""")
	List<Draft> trash(long author, Instant since, Instant at, long sequence, Limit limit);

	@Override
	@Query("""
			select count(d) from Draft d
			where d.id.author = :author and d.outcome.sequence is null and d.deletedAt > :since""")
	long countTrash(long author, Instant since);

	@Override
	@Query("select d.id from Draft d where d.outcome.sequence is null and d.deletedAt <= :time")
	List<WritingId> expired(Instant time, Limit limit);

	/** The drafts that a post was made of. */
	@Query("select d from Draft d where d.id.author = :author and d.outcome.sequence = :post")
	List<Draft> publishedAs(long author, long post);

	/** Whose time of publication has come. */
	@Query("select d.id from Draft d where d.publishAt <= :now and d.deletedAt is null order by d.publishAt")
	List<WritingId> due(Instant now, Limit limit);

}
