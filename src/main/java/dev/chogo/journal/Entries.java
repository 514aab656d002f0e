package dev.chogo.journal;

import java.time.Instant;
import java.util.List;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All entries that are kept. */
interface Entries extends Repository<Entry, Entry.Id> {

	Entry save(Entry entry);

	@Query("select e from Entry e where e.id.author = :author and e.id.number > :number order by e.id.author, e.id.number")
	List<Entry> after(long author, long number, Limit limit);

	@Query("select coalesce(max(e.id.number), 0) from Entry e where e.id.author = :author")
	long last(long author);

	@Modifying
	@Query("delete from Entry e where e.id.author = :author")
	void deleteAllOf(long author);

	@Modifying
	@Query("delete from Entry e where e.happenedAt < :time")
	void deleteBefore(Instant time);

}
