package dev.chogo.archive;

import java.util.List;

import dev.chogo.journal.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds rows that do not fit others. */
@Component
class Relations {

	/** Each finds sentences; {@code %1$s} is a kind of text. */
	private static final List<String> OF_TEXTS = List.of("""
			select concat('%1$s ', t.sequence, ' of author ', t.author, ': there is no such author.') from %1$s t
			where not exists (select 1 from account a where a.id = t.author)""",
			"""
					select concat('%1$s ', v.sequence, ' of author ', v.author, ': version ', v.version, ' is there, but not the text.')
					from %1$s_version v where not exists (select 1 from %1$s t where t.author = v.author and t.sequence = v.sequence)""",
			"""
					select concat('%1$s ', t.sequence, ' of ', a.handle, ': its newest version, ', t.version, ', is not there.')
					from %1$s t join account a on a.id = t.author where not exists (select 1 from %1$s_version v
					where v.author = t.author and v.sequence = t.sequence and v.version = t.version)""",
			"""
					select concat('%1$s ', t.sequence, ' of ', a.handle, ': it is at version ', t.version, ', but ', v.version, ' is there.')
					from %1$s t join account a on a.id = t.author
					join %1$s_version v on v.author = t.author and v.sequence = t.sequence and v.version > t.version""",
			"""
					select concat('%1$s ', t.sequence, ' of ', a.handle, ': its newest version, ', t.version, ', says something else.')
					from %1$s t join account a on a.id = t.author
					join %1$s_version v on v.author = t.author and v.sequence = t.sequence and v.version = t.version
					where v.title <> t.title or v.format <> t.format or v.category <> t.category or v.tags <> t.tags
					or v.visibility <> t.visibility or v.slug <> t.slug or v.saved_at <> t.saved_at or v.length <> t.length
					or v.password_hash is distinct from t.password_hash""",
			"""
					select concat(a.handle, ' is told of ', t.%1$ss, ' %1$ss, and has ', count(x.sequence), '.')
					from account a join tally t on t.author = a.id
					left join %1$s x on x.author = a.id and x.deleted_at is null
					group by a.handle, t.%1$ss having t.%1$ss <> count(x.sequence)""", """
					select concat(a.handle, ' may give %1$s ', max(x.sequence), ' its number again.')
					from account a join tally t on t.author = a.id join %1$s x on x.author = a.id
					group by a.handle, t.last_%1$s having t.last_%1$s < max(x.sequence)""");

	private static final List<String> OTHERS = List.of("""
			select concat(a.handle, ' has no tally.') from account a
			where not exists (select 1 from tally t where t.author = a.id)""", """
			select concat('The journal of ', a.handle, ' may give ', max(j.number), ' again.')
			from account a join tally t on t.author = a.id join journal j on j.author = a.id
			group by a.handle, t.entries having t.entries < max(j.number)""",
			"""
					select concat('draft ', d.sequence, ' of ', a.handle, ': it became post ', d.published_as, ', which is not there.')
					from draft d join account a on a.id = d.author where d.published_as is not null
					and not exists (select 1 from post p where p.author = d.author and p.sequence = d.published_as)""",
			"""
					select concat('draft ', d.sequence, ' of ', a.handle, ': it is to renew post ', d.post, ', which is not there.')
					from draft d join account a on a.id = d.author where d.post is not null and d.deleted_at is null
					and not exists (select 1 from post p where p.author = d.author and p.sequence = d.post and p.deleted_at is null)""");

	private final JdbcClient database;

	Relations(JdbcClient database) {
		this.database = database;
	}

	void find(List<String> faults) {
		for (Kind kind : Kind.values()) {
			OF_TEXTS.forEach((sql) -> faults.addAll(sentences(Tables.of(kind, sql))));
		}
		OTHERS.forEach((sql) -> faults.addAll(sentences(sql)));
	}

	private List<String> sentences(String sql) {
		return this.database.sql(sql).query(String.class).list();
	}

}
