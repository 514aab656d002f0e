package dev.chogo.writing;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** All saves of one kind of text: rows are added, never changed. */
@NoRepositoryBean
public interface Saves<S extends Save> extends Repository<S, SaveId> {

	S save(S save);

	Optional<S> findById(SaveId id);

	@Query("select s from #{#entityName} s where s.id.author = :author and s.id.sequence = :sequence order by s.id.version desc")
	List<S> newest(long author, long sequence, Limit limit);

	@Query("select coalesce(max(s.id.sequence), 0) from #{#entityName} s where s.id.author = :author")
	long lastSequence(long author);

	@Modifying
	@Query("delete from #{#entityName} s where s.id.author = :author")
	void deleteAllOf(long author);

}
