package dev.chogo.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;

import dev.chogo.text.Words;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanReadingFormFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The Korean words of a text without endings and particles, so that 걷다 finds 걸었다. A word
 * is there as it stands and as it is in a dictionary, because which of two verbs it comes
 * from cannot be told from the word alone.
 */
final class Morphemes extends Analyzer {

	static final String FIELD = "morphemes";

	/** What is said of a word, not the word: 을, 었다, 이다, 들, 하다. */
	private static final Set<POS.Tag> LEFT_OUT = EnumSet.of(POS.Tag.E, POS.Tag.J, POS.Tag.VCP, POS.Tag.XSA, POS.Tag.XSN,
			POS.Tag.XSV);

	static final Morphemes ANALYZER = new Morphemes();

	private Morphemes() {
	}

	@Override
	protected TokenStreamComponents createComponents(String field) {
		Tokenizer words = new KoreanTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.MIXED,
				false);
		return new TokenStreamComponents(words,
				new OnlyKorean(new KoreanReadingFormFilter(new KoreanPartOfSpeechStopFilter(words, LEFT_OUT))));
	}

	/**
	 * Finds texts that have a word in any form.
	 * @return null where it is not Korean, or not altogether: 3월 and 4월 differ by what
	 * has no other form
	 */
	static @Nullable Query query(String word) {
		if (!isKorean(word)) {
			return null;
		}
		QueryBuilder queries = new QueryBuilder(ANALYZER);
		// The index knows no graph either, and endings that were left out make holes in
		// one.
		queries.setEnableGraphQueries(false);
		return queries.createPhraseQuery(FIELD, word);
	}

	/** Written in Hangul or Hanja, whatever marks stand around it. */
	private static boolean isKorean(String word) {
		return word.codePoints()
			.filter(Character::isLetterOrDigit)
			.mapToObj(Character.UnicodeScript::of)
			.allMatch((script) -> script == Character.UnicodeScript.HANGUL || script == Character.UnicodeScript.HAN);
	}

	/** Where in a text a word begins that has a morpheme of this one. */
	static IntStream places(String word, String text) {
		Set<String> looked = new HashSet<>();
		read(word, (morpheme, at) -> looked.add(morpheme));
		IntStream.Builder places = IntStream.builder();
		if (!looked.isEmpty()) {
			read(Words.folded(text), (morpheme, at) -> {
				if (looked.contains(morpheme)) {
					places.add(at);
				}
			});
		}
		return places.build();
	}

	private static void read(String text, ObjIntConsumer<String> reader) {
		try (TokenStream words = ANALYZER.tokenStream(FIELD, text)) {
			CharTermAttribute morpheme = words.addAttribute(CharTermAttribute.class);
			OffsetAttribute offset = words.addAttribute(OffsetAttribute.class);
			words.reset();
			while (words.incrementToken()) {
				reader.accept(morpheme.toString(), offset.startOffset());
			}
			words.end();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Leaves the words of other scripts to {@link Bigrams}, which miss none of them. */
	private static final class OnlyKorean extends FilteringTokenFilter {

		private final CharTermAttribute word = addAttribute(CharTermAttribute.class);

		OnlyKorean(TokenStream words) {
			super(words);
		}

		@Override
		protected boolean accept() throws IOException {
			return IntStream.range(0, this.word.length())
				.anyMatch((at) -> Character.UnicodeScript.of(this.word.charAt(at)) == Character.UnicodeScript.HANGUL);
		}

	}

}
