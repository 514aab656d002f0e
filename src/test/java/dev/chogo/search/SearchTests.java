package dev.chogo.search;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;

import dev.chogo.Author;
import dev.chogo.ChogoTest;
import dev.chogo.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** Where did that sentence go? */
@ChogoTest
class SearchTests {

	private static final JsonMapper json = new JsonMapper();

	@LocalServerPort
	private int port;

	private Http http;

	@BeforeEach
	void signUp() {
		this.http = Author.signedUp(this.port).http();
	}

	private void save(String title, String content) {
		assertThat(this.http.post("/api/drafts", form(title, content)).status()).isEqualTo(201);
	}

	private void amend(String path, String content) {
		String patch = json.createObjectNode().put("content", content).toString();
		assertThat(this.http.patch(path, patch).status()).isEqualTo(200);
	}

	private static String form(String title, String content) {
		return json.createObjectNode().put("title", title).put("content", content).toString();
	}

	private JsonNode found(String words) {
		Http.Answer answer = this.http.get(path("/api/search", words));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
		assertThat(answer.json("/results").size()).isEqualTo(answer.json("/total").intValue());
		return answer.json("/results");
	}

	private static String path(String path, String words) {
		return path + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
	}

	private static List<Integer> sequences(JsonNode texts) {
		return texts.valueStream().map((it) -> it.path("sequence").intValue()).toList();
	}

	@Test
	void aSaveIsFoundAsSoonAsItIsAnswered() {
		save("하나", "첫 글");
		for (int i = 0; i < 20; i++) {
			amend("/api/drafts/1", "글 word" + i + "end");
			assertThat(found("word" + i + "end").at("/0/current").booleanValue()).isTrue();
			save("둘", "draft" + i + "end");
			assertThat(found("draft" + i + "end")).hasSize(1);
		}
	}

	@Test
	void whatIsFoundTellsWhereItIs() {
		save("강가에서", "나는 **오래** 걸었다.");
		JsonNode result = found("걷다").get(0);
		assertThat(result.path("savedAt").stringValue())
			.isEqualTo(this.http.get("/api/drafts/1").json("/draft/savedAt").stringValue());
		assertThat(result.toString()).startsWith(
				"{\"kind\":\"draft\",\"sequence\":1,\"version\":1,\"state\":\"desk\",\"title\":\"강가에서\",\"excerpt\":\"나는 오래 걸었다.\",\"savedAt\":")
			.endsWith("\"current\":true}");
	}

	@ParameterizedTest
	@CsvSource({ "검색,검색을 한다", "서관,도서관에서", "걷다,강가를 걸었다", "글,글이 없다", "✍️,첫 글 ✍️" })
	void koreanIsFoundInAnyFormAndInsideWords(String words, String content) {
		save("제목", content);
		save("다른 것", "아무것도 아닌 이야기");
		for (Form form : List.of(Form.NFC, Form.NFD)) {
			assertThat(sequences(found(Normalizer.normalize(words, form)))).containsExactly(1);
			amend("/api/drafts/1", Normalizer.normalize(content, Form.NFD));
		}
	}

	@Test
	void aSentenceThatIsGoneIsFoundInTheLastVersionThatHasIt() {
		save("글", "첫 문장.\n잃어버린 문장이 여기 있었다.\n");
		amend("/api/drafts/1", "첫 문장.\n잃어버린 문장이 여기 있었다.\n셋째.");
		amend("/api/drafts/1", "첫 문장.\n셋째.");
		amend("/api/drafts/1", "첫 문장. 넷째.");
		JsonNode result = found("문장이 여기").get(0);
		assertThat(result.path("current").booleanValue()).isFalse();
		assertThat(result.path("version").intValue()).isEqualTo(2);
		assertThat(result.path("excerpt").stringValue()).contains("잃어버린 문장이 여기 있었다.");
		assertThat(this.http.get("/api/drafts/1/versions/2").json("/version/content").stringValue())
			.contains("잃어버린 문장이 여기 있었다.");
		assertThat(found("첫 문장").at("/0/version").intValue()).isEqualTo(4);
	}

	@Test
	void wordsOfWhichSomeVanishedAreFoundTogether() {
		save("글", "바나나를 먹었다. 포도를 샀다.");
		save("글", "바나나를 먹었다.");
		amend("/api/drafts/1", "포도를 샀다.");
		amend("/api/drafts/2", "포도를 샀다.");
		JsonNode results = found("바나나 포도");
		assertThat(sequences(results)).containsExactly(1);
		assertThat(results.at("/0/version").intValue()).isEqualTo(1);
		assertThat(results.at("/0/current").booleanValue()).isFalse();
		assertThat(results.at("/0/excerpt").stringValue()).isEqualTo("바나나를 먹었다. 포도를 샀다.");
	}

	@Test
	void aTitleThatIsGoneIsFoundToo() {
		save("옛이름", "글");
		this.http.patch("/api/drafts/1", "{\"title\":\"새이름\"}");
		assertThat(found("옛이름").at("/0/version").intValue()).isEqualTo(1);
		assertThat(found("새이름").at("/0/version").intValue()).isEqualTo(2);
	}

	@Test
	void textsAreFoundWhereverTheyAre() {
		save("책상", "공통낱말");
		save("휴지통", "공통낱말");
		save("펴낸 글", "공통낱말");
		this.http.delete("/api/drafts/2");
		this.http.post("/api/drafts/3/publication");
		assertThat(states()).containsExactlyInAnyOrder("draft 1 desk", "draft 2 trash", "draft 3 published",
				"post 1 live");
		this.http.delete("/api/posts/1");
		this.http.post("/api/drafts/trash/2/restoration");
		assertThat(states()).containsExactlyInAnyOrder("draft 1 desk", "draft 2 desk", "draft 3 published",
				"post 1 trash");
	}

	private List<String> states() {
		return found("공통낱말").valueStream()
			.map((it) -> "%s %d %s".formatted(it.path("kind").stringValue(), it.path("sequence").intValue(),
					it.path("state").stringValue()))
			.toList();
	}

	@Test
	void whatIsEmptiedIsNotFoundAnyMore() {
		save("글", "버릴 문장");
		amend("/api/drafts/1", "다른 문장");
		assertThat(found("버릴")).hasSize(1);
		this.http.delete("/api/drafts/1");
		assertThat(found("버릴")).hasSize(1);
		this.http.delete("/api/drafts/trash/1");
		assertThat(found("버릴")).isEmpty();
		assertThat(found("다른")).isEmpty();
	}

	@Test
	void aStrangerFindsNothing() {
		save("비밀", "아무도 모르는 이야기");
		assertThat(found("이야기")).hasSize(1);
		Http stranger = Author.signedUp(this.port).http();
		assertThat(stranger.get(path("/api/search", "이야기")).body())
			.isEqualTo("{\"success\":true,\"results\":[],\"total\":0}");
		assertThat(new Http(this.port).get(path("/api/search", "이야기")).status()).isEqualTo(401);
	}

	@Test
	void pagesLeadFromTheLatestToTheFirst() {
		for (int i = 1; i <= 7; i++) {
			save("글 " + i, "같은 말");
		}
		amend("/api/drafts/3", "같은 말을 또");
		Http.Answer page = this.http.get(path("/api/search", "같다 말") + "&limit=3");
		List<Integer> paged = new ArrayList<>(sequences(page.json("/results")));
		while (page.field("Link") != null) {
			URI next = URI.create(page.field("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1"));
			page = this.http.get(next.toString());
			assertThat(page.json("/total").intValue()).isEqualTo(7);
			paged.addAll(sequences(page.json("/results")));
		}
		assertThat(paged).containsExactly(3, 7, 6, 5, 4, 2, 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?q=", "?q=%20", "?q=%C2%A0", "?limit=3" })
	void aSearchNeedsAWord(String query) {
		Http.Answer answer = this.http.get("/api/search" + query);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.json("/errors/0/parameter").stringValue()).isEqualTo("q");
	}

	@Test
	void listsFindByTheIndexWhatIsInThemNow() {
		for (int i = 1; i <= 5; i++) {
			save("글 " + i, (i % 2 == 1) ? "강가를 걸었다" : "숲");
			this.http.post("/api/posts", form("글 " + i, (i % 2 == 1) ? "강가를 걸었다" : "숲"));
		}
		amend("/api/drafts/1", "강가를 걸었다 또");
		amend("/api/drafts/5", "들");
		amend("/api/posts/3", "들");
		assertListed("/api/drafts", "걷다", 5, 1, 3);
		assertListed("/api/posts", "걷다", 5, 5, 1);
		for (int i : List.of(3, 2, 1)) {
			this.http.delete("/api/drafts/" + i);
			this.http.delete("/api/posts/" + i);
		}
		assertListed("/api/drafts", "걷다", 2);
		assertListed("/api/drafts/trash", "걷다", 3, 1, 3);
		assertListed("/api/posts", "걷다", 2, 5);
		assertListed("/api/posts/trash", "걷다", 3, 1);
	}

	/** Page by page, which is in the order of the list, and with the total of all. */
	private void assertListed(String path, String words, int total, Integer... sequences) {
		// A search waits longer than a list for an index that others hold.
		found(words);
		String list = path.contains("drafts") ? "/drafts" : "/posts";
		List<Integer> listed = new ArrayList<>();
		String next = path(path, words) + "&limit=1";
		while (next != null) {
			Http.Answer page = this.http.get(next);
			assertThat(page.json("/total").intValue()).isEqualTo(total);
			listed.addAll(sequences(page.json(list)));
			next = (page.field("Link") != null) ? page.field("Link").replaceFirst("<(.*)>; rel=\"next\"", "$1") : null;
		}
		assertThat(listed).containsExactly(sequences);
	}

}
