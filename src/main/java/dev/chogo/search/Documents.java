package dev.chogo.search;

import java.time.Instant;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.text.Words;
import dev.chogo.writing.Standing;
import dev.chogo.writing.State;
import dev.chogo.writing.TextId;
import dev.chogo.writing.VersionView;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What texts are in the index, and how they are asked for. A text's newest version is
 * there whole, an older one only with what vanished after it. The words can be found, not
 * read: what is shown comes from the store.
 */
final class Documents {

	static final String NUMBER = "number";

	static final String VERSION = "version";

	static final String SAVED_AT = "savedAt";

	static final String LISTED_AT = "listedAt";

	static final String WATERMARK = "watermark";

	private static final String AUTHOR = "author";

	private static final String TEXT = "text";

	private static final String NEWEST = "newest";

	private static final String LIST = "list";

	private static final String DELETED_AT = "deletedAt";

	private static final String REACHED = "reached";

	private static final String HAPPENED_AT = "happenedAt";

	private static final FieldType WORDS = new FieldType();

	static {
		WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
		WORDS.setOmitNorms(true);
		WORDS.freeze();
	}

	private Documents() {
	}

	/** The newest version of a text. */
	static Document newest(TextId text, Standing standing, VersionView.Whole version) {
		Document document = version(text, standing, version, version.content());
		document.add(new StringField(NEWEST, "", Field.Store.NO));
		return document;
	}

	/** An older version of a text, of which only a part is to be found. */
	static Document older(TextId text, Standing standing, VersionView.Whole version, String part) {
		return version(text, standing, version, part);
	}

	private static Document version(TextId text, Standing standing, VersionView.Whole version, String content) {
		String words = Words.folded(version.title() + '\n' + content);
		Document document = new Document();
		document.add(new StringField(AUTHOR, text.author().toString(), Field.Store.NO));
		document.add(new StringField(TEXT, name(text), Field.Store.NO));
		document.add(new StringField(LIST, list(text.kind(), standing.state()), Field.Store.NO));
		document.add(new NumericDocValuesField(NUMBER, Hit.number(text)));
		document.add(new NumericDocValuesField(VERSION, version.version()));
		document.add(new LongPoint(VERSION, version.version()));
		document.add(new NumericDocValuesField(SAVED_AT, version.savedAt().toEpochMilli()));
		document.add(new NumericDocValuesField(LISTED_AT, standing.listedAt().toEpochMilli()));
		if (standing.state() == State.TRASH) {
			document.add(new LongPoint(DELETED_AT, standing.listedAt().toEpochMilli()));
		}
		document.add(new Field(Bigrams.FIELD, new Bigrams(words), WORDS));
		document.add(new Field(Morphemes.FIELD, words, WORDS));
		return document;
	}

	private static String name(TextId text) {
		return "%s/%d".formatted(text.author(), Hit.number(text));
	}

	private static String list(Kind kind, State state) {
		return "%s/%s".formatted(kind, state);
	}

	/** How far an author's journal has been read. */
	static Document watermark(AccountId author, Watermark watermark) {
		Document document = new Document();
		document.add(new StringField(AUTHOR, author.toString(), Field.Store.NO));
		document.add(new StringField(WATERMARK, author.toString(), Field.Store.NO));
		document.add(new StoredField(REACHED, watermark.number()));
		document.add(new StoredField(HAPPENED_AT, watermark.happenedAt().toEpochMilli()));
		return document;
	}

	static Watermark watermark(Document document) {
		return new Watermark(number(document.getField(REACHED)),
				Instant.ofEpochMilli(number(document.getField(HAPPENED_AT))));
	}

	private static long number(IndexableField field) {
		return field.numericValue().longValue();
	}

	/** Where an author's watermark is. */
	static Term watermarkOf(AccountId author) {
		return new Term(WATERMARK, author.toString());
	}

	/** All that there is of an author. */
	static Query of(AccountId author) {
		return new TermQuery(new Term(AUTHOR, author.toString()));
	}

	/** What there is of a text from a version on. */
	static Query of(TextId text, long version) {
		return new BooleanQuery.Builder().add(new TermQuery(new Term(TEXT, name(text))), Occur.FILTER)
			.add(LongPoint.newRangeQuery(VERSION, version, Long.MAX_VALUE), Occur.FILTER)
			.build();
	}

	/**
	 * Versions of an author's texts that have all words.
	 * @param trashBegins what was deleted until then is gone for good
	 */
	static Query having(Words words, AccountId author, Instant trashBegins) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(of(author), Occur.FILTER)
			.add(LongPoint.newRangeQuery(DELETED_AT, Long.MIN_VALUE, trashBegins.toEpochMilli()), Occur.MUST_NOT);
		words.each().forEach((word) -> query.add(having(word), Occur.FILTER));
		return query.build();
	}

	private static Query having(String word) {
		BooleanQuery.Builder query = new BooleanQuery.Builder().add(Bigrams.query(word), Occur.SHOULD);
		Query morphemes = Morphemes.query(word);
		if (morphemes != null) {
			query.add(morphemes, Occur.SHOULD);
		}
		return query.build();
	}

	/** Of what is found, only the newest versions of the texts in one list. */
	static Query listed(Query found, Kind kind, State state) {
		return new BooleanQuery.Builder().add(found, Occur.FILTER)
			.add(new TermQuery(new Term(NEWEST, "")), Occur.FILTER)
			.add(new TermQuery(new Term(LIST, list(kind, state))), Occur.FILTER)
			.build();
	}

}
