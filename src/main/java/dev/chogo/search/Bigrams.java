package dev.chogo.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.NGramPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;

/**
 * A text as pairs of characters, one beginning with each character, so that a word of any
 * script is found wherever it stands, as if the text was read.
 */
final class Bigrams extends TokenStream {

	static final String FIELD = "bigrams";

	private final CharTermAttribute pair = addAttribute(CharTermAttribute.class);

	private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);

	private final String text;

	private int at;

	Bigrams(String text) {
		this.text = text;
	}

	@Override
	public boolean incrementToken() {
		clearAttributes();
		int steps = 1;
		// No word begins with a space.
		while (this.at < this.text.length() && Character.isWhitespace(this.text.charAt(this.at))) {
			this.at++;
			steps++;
		}
		if (this.at == this.text.length()) {
			return false;
		}
		int second = behind(this.at);
		this.pair.append(this.text, this.at, behind(second));
		this.step.setPositionIncrement(steps);
		this.at = second;
		return true;
	}

	private int behind(int at) {
		return (at < this.text.length()) ? this.text.offsetByCodePoints(at, 1) : at;
	}

	/**
	 * Finds texts that have a word.
	 * @param word one character at least, without a space
	 */
	static Query query(String word) {
		if (word.codePointCount(0, word.length()) == 1) {
			return new PrefixQuery(new Term(FIELD, word));
		}
		PhraseQuery.Builder pairs = new PhraseQuery.Builder();
		Bigrams all = new Bigrams(word);
		// The last one is a single character, and begins a pair in the text.
		for (all.incrementToken(); all.at < word.length(); all.incrementToken()) {
			pairs.add(new Term(FIELD, all.pair.toString()));
		}
		return new NGramPhraseQuery(2, pairs.build());
	}

}
