package dev.chogo.search;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chogo.text.Words;

/** Where in a text words are. */
final class Places {

	/** How far apart words are that are shown together. */
	private static final int NEAR = 150;

	/** How often a word is looked for: the first places tell enough. */
	private static final int OFTEN = 100;

	/** As much of a text as is analysed for words that are in it in another form. */
	private static final int ANALYSED = 100_000;

	private Places() {
	}

	/** The first place with the most words near to each other. */
	static OptionalInt best(Words words, String text) {
		List<Place> places = words.each()
			.stream()
			.flatMap((word) -> places(word, text))
			.sorted(Comparator.comparing(Place::at))
			.toList();
		int best = 0;
		OptionalInt at = OptionalInt.empty();
		for (int i = 0; i < places.size() && best < words.each().size(); i++) {
			int together = together(places.subList(i, places.size()));
			if (together > best) {
				best = together;
				at = OptionalInt.of(places.get(i).at());
			}
		}
		return at;
	}

	private static int together(List<Place> places) {
		Set<String> words = new HashSet<>();
		places.stream().takeWhile((it) -> it.at() < places.get(0).at() + NEAR).forEach((it) -> words.add(it.word()));
		return words.size();
	}

	private static Stream<Place> places(String word, String text) {
		List<Place> literal = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
			.matcher(text)
			.results()
			.limit(OFTEN)
			.map((it) -> new Place(word, it.start()))
			.toList();
		return literal.isEmpty() ? inAnotherForm(word, text) : literal.stream();
	}

	private static Stream<Place> inAnotherForm(String word, String text) {
		return Morphemes.places(word, text.substring(0, Math.min(text.length(), ANALYSED)))
			.limit(OFTEN)
			.mapToObj((at) -> new Place(word, at));
	}

	/** A word, and where it begins. */
	private record Place(String word, int at) {
	}

}
