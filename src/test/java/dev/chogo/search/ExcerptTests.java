package dev.chogo.search;

import java.text.Normalizer;

import dev.chogo.text.Format;
import dev.chogo.text.Words;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is shown of a text that was found. */
@Tag("unit")
class ExcerptTests {

	private static final String PAGES = "앞에 있는 글이다. ".repeat(500);

	private static String excerpt(String content, String words) {
		return Excerpt.of(Format.MARKDOWN, content, new Words(words));
	}

	@Test
	void aShortTextIsShownWhole() {
		assertThat(excerpt("나는 강가를\n걸었다.", "강가")).isEqualTo("나는 강가를 걸었다.");
	}

	@Test
	void aLongOneIsShownAroundTheWords() {
		assertThat(excerpt(PAGES + "나는 Draft를 썼다. " + PAGES, "draft")).startsWith("…")
			.endsWith("…")
			.contains("나는 Draft를 썼다.")
			.hasSizeBetween(150, 200);
	}

	@Test
	void theWordsAreShownWhereMostAreTogether() {
		assertThat(excerpt("그 나무. " + PAGES + "그 새는 숲으로 갔다. " + PAGES, "그 새 숲")).contains("그 새는 숲으로 갔다.");
	}

	@Test
	void aWordInAnotherFormIsShown() {
		assertThat(excerpt(PAGES + "나는 강가를 걸었다. " + PAGES, "걷다")).contains("강가를 걸었다.");
	}

	@Test
	void whateverNormalFormItHas() {
		assertThat(excerpt(Normalizer.normalize(PAGES + "강가를 걸었다.", Normalizer.Form.NFD), "강가")).contains("강가를 걸었다.");
	}

	@Test
	void markupIsNotShown() {
		assertThat(excerpt("# 제목\n\n" + PAGES + "\n\n**굵은** *강가* 옆에서", "강가")).endsWith("굵은 강가 옆에서");
		assertThat(
				Excerpt.of(Format.HTML, "<p class=\"a\">글</p>".repeat(300) + "<b>강가</b>에서 &amp; 숲에서", new Words("강가")))
			.endsWith("강가에서 & 숲에서")
			.doesNotContain("<", "class");
	}

	@Test
	void unlessTheWordsAreInIt() {
		assertThat(Excerpt.of(Format.HTML, "<img src=\"강가.png\"> 숲", new Words("강가.png")))
			.isEqualTo("<img src=\"강가.png\"> 숲");
	}

	@Test
	void whereOnlyTheTitleHasTheWordsTheBeginningIsShown() {
		assertThat(excerpt("# 첫 줄\n\n둘째", "제목")).isEqualTo("첫 줄 둘째");
	}

	@ParameterizedTest
	@ValueSource(strings = { "👩‍👩‍👧‍👦", "🇰🇷", "각", "e\u0301\u0302", "𠮷", "✍🏽" })
	void noCharacterIsCut(String character) {
		for (int i = 0; i < 12; i++) {
			String excerpt = excerpt("a".repeat(i) + character.repeat(400) + "강가" + character.repeat(400), "강가");
			assertThat(excerpt).hasSizeLessThanOrEqualTo(200);
			assertThat(excerpt.replace("…", "").replace(Normalizer.normalize(character, Normalizer.Form.NFC), ""))
				.isEqualTo("강가");
		}
	}

}
