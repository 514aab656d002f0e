package dev.chogo.search;

import java.io.IOException;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Random;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Kind;
import dev.chogo.text.Format;
import dev.chogo.text.Words;
import dev.chogo.writing.Kept;
import dev.chogo.writing.Standing;
import dev.chogo.writing.State;
import dev.chogo.writing.TextId;
import dev.chogo.writing.VersionView;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which words find which texts. */
@Tag("unit")
class DocumentsTests {

	private static final AccountId AUTHOR = new AccountId(1);

	private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

	private static final Instant BEFORE = NOW.minusSeconds(1);

	private static boolean finds(String words, String title, String content) throws IOException {
		return finds(words, AUTHOR, BEFORE, title, content);
	}

	private static boolean finds(String words, AccountId author, Instant trashBegins, String title, String content)
			throws IOException {
		TextId text = new TextId(AUTHOR, Kind.DRAFT, 6);
		Standing standing = new Standing(4, State.TRASH, NOW);
		VersionView.Whole version = new VersionView.Whole(4, NOW, 0, Format.MARKDOWN, Kept.RECENT, title, content);
		try (ByteBuffersDirectory folder = new ByteBuffersDirectory();
				IndexWriter writer = new IndexWriter(folder, new IndexWriterConfig(Morphemes.ANALYZER))) {
			writer.addDocument(Documents.newest(text, standing, version));
			try (DirectoryReader reader = DirectoryReader.open(writer)) {
				return new IndexSearcher(reader).count(Documents.having(new Words(words), author, trashBegins)) == 1;
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "검색,검색을", "검색,전문검색이다", "서관,도서관에서", "도서,도서관", "글,글이", "글,한글", "걷다,강가를 걸었다", "걸었다,강가를 걷는다", "쓰다,글을 썼다",
			"썼다,글을 쓰다", "듣다,노래를 들었다", "예쁘다,예뻤던 꽃", "춥다,추운 날", "모르다,아직 몰라", "한자,漢字", "임시 저장,임시저장", "임시저장,임시 저장",
			"검색하다,검색을", "사람들,사람이", "초고다,초고를", "chogo,Chogo's drafts", "DRAFT,drafts", "raft,drafts", "C++,C++ 코드",
			"✍️,첫 글 ✍️", "✍️,✍️✍️", "👩‍👩‍👧‍👦,가족 👩‍👩‍👧‍👦", "京の,東京の小説", "가 나,나 다 가",
			"//chogo.dev/a?b=c,<a href=\"https://chogo.dev/a?b=c\">", "50%,50%는", "𠮷,𠮷野家", "𠮷野,𠮷野家", "ㅋㅋ,ㅋㅋㅋ",
			"İstanbul,istanbul İSTANBUL", "3월,3월에는", "A팀,a팀을", "검색.,검색을" })
	void wordsFindWhatHasThem(String words, String text) throws IOException {
		assertThat(finds(words, "", text)).isTrue();
		assertThat(finds(words, text, "")).isTrue();
		assertThat(finds(Normalizer.normalize(words, Form.NFD), "", text)).isTrue();
		assertThat(finds(words, "", Normalizer.normalize(text, Form.NFD))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "검색 없다,검색을", "걷다,달렸다", "글씨,글", "chogo,cho go", "다나,가다 나다", "✍️,❤️", "C++,C 코드", "관서,도서관에서", "아버지,할머니",
			"옛이름,새이름", "비공개,공개", "3월,4월", "3월 5일,4월 6일이다", "A팀,B팀", "제1장,제2장", "3층,三층", "방12호,방2호 1층", "α판,β판" })
	void wordsDoNotFindWhatHasThemNot(String words, String text) throws IOException {
		assertThat(finds(words, "", text)).isFalse();
	}

	@Test
	void wordsAreFoundInTitleAndContentTogether() throws IOException {
		assertThat(finds("강가 걷다", "강가에서", "나는 걸었다")).isTrue();
	}

	@Test
	void noWordBeginsInTheTitleAndEndsInTheContent() throws IOException {
		assertThat(finds("ab", "a", "b")).isFalse();
	}

	@Test
	void nobodyElseFindsAnything() throws IOException {
		assertThat(finds("글", new AccountId(2), BEFORE, "글", "")).isFalse();
		assertThat(finds("글", new AccountId(11), BEFORE, "글", "")).isFalse();
	}

	@Test
	void whatWasInTheTrashTooLongIsNotFound() throws IOException {
		assertThat(finds("글", AUTHOR, NOW, "글", "")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "가", "ㅋ", "한 ", "x1!", "𠮷", "👩‍👩‍👧‍👦", "\u1100\u1161" })
	void theLongestTextsCanBeFound(String part) throws IOException {
		assertThat(finds("끝이다", "", part.repeat(700_000 / part.length()) + " 끝이다")).isTrue();
	}

	/** As reading the text would, whatever it is made of; the seed is in the failure. */
	@Test
	void everyPartOfATextFindsIt() throws IOException {
		for (int seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			String text = random.ints(200, 0, 40)
				.mapToObj((kind) -> Character.toString(character(kind, random)))
				.reduce("", String::concat);
			int from = text.offsetByCodePoints(0, random.nextInt(150));
			String part = text.substring(from, text.offsetByCodePoints(from, 1 + random.nextInt(20)));
			assertThat(part.isBlank() || finds(part, "", text)).as("seed %d", seed).isTrue();
		}
	}

	private static int character(int kind, Random random) {
		return switch (kind) {
			case 0, 1, 2 -> ' ';
			case 3 -> '\n';
			case 4 -> 0x1F600 + random.nextInt(80);
			case 5 -> 0x200D;
			case 6 -> 0x4E00 + random.nextInt(20_000);
			case 7 -> 0x3131 + random.nextInt(50);
			case 8 -> 1 + random.nextInt(126);
			case 9 -> 0xFE0F;
			default -> (kind < 20) ? 'a' + random.nextInt(26) : 0xAC00 + random.nextInt(11_172);
		};
	}

}
