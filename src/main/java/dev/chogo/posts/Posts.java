package dev.chogo.posts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.chogo.text.Visibility;
import dev.chogo.writing.WritingId;
import dev.chogo.writing.Writings;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;

/**
 * Posts by author, and for readers. A list is ordered by all columns of its index, those
 * that are constant in it too: H2 sorts all rows otherwise.
 */
interface Posts extends Writings<Post> {

	@Override
	@Query("""
			select p from Post p
			where p.id.author = :author and p.deletedAt is null and p.publishedAt <= :at
			and (p.publishedAt < :at or p.id.sequence < :sequence)
			order by p.id.author, p.deletedAt, p.publishedAt desc, p.id.sequence desc""")
	List<Post> page(long author, Instant at, long sequence, Limit limit);

	/** What readers find listed, of one author. */
	@Query("""
			select p from Post p
			where p.id.author = :author and p.deletedAt is null and p.details.visibility <> :hidden
			and p.publishedAt <= :at and (p.publishedAt < :at or p.id.sequence < :sequence)
			order by p.id.author, p.deletedAt, p.publishedAt desc, p.id.sequence desc""")
	List<Post> listed(long author, Visibility hidden, Instant at, long sequence, Limit limit);

	/** What readers find listed, of all authors. */
	@Query("""
			select p from Post p
			where p.deletedAt is null and p.details.visibility <> :hidden
			and p.publishedAt <= :at and (p.publishedAt < :at or p.id.sequence < :sequence)
			order by p.deletedAt, p.publishedAt desc, p.id.sequence desc, p.id.author desc""")
	List<Post> listed(Visibility hidden, Instant at, long sequence, Limit limit);

	/** By the last part of its address; that of a deleted post is free for others. */
	@Query("select p from Post p where p.id.author = :author and p.details.slug = :slug and p.deletedAt is null")
	Optional<Post> at(long author, String slug);

	@Override
	@Query("""
			select p from Post p
			where p.id.author = :author and p.deletedAt > :since and p.deletedAt <= :at
			and (p.deletedAt < :at or p.id.sequence < :sequence)
			order by p.id.author, p.deletedAt desc, p.id.sequence desc""")
	List<Post> trash(long author, Instant since, Instant at, long sequence, Limit limit);

	@Override
	@Query("select count(p) from Post p where p.id.author = :author and p.deletedAt > :since")
	long countTrash(long author, Instant since);

	@Override
	@Query("select p.id from Post p where p.deletedAt <= :time")
	List<WritingId> expired(Instant time, Limit limit);

}
