package dev.chogo.text;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What readers get of what was typed. */
@Tag("unit")
class MarkupTests {

	@Test
	void footnotesLeadThereAndBack() {
		assertThat(Markup.html(Format.MARKDOWN, "글[^1]\n\n[^1]: 주석")).contains("href=\"#fn-1\"")
			.contains("<li id=\"fn-1\">")
			.contains("id=\"fnref-1\"")
			.contains("href=\"#fnref-1\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "3. 셋 | <ol start=\"3\">", "~~옛~~ | <del>옛</del>",
			"- [x] 했다 | type=\"checkbox\"", "`코드` | <code>코드</code>" })
	void markdownKeepsItsMeaning(String markdown, String html) {
		assertThat(Markup.html(Format.MARKDOWN, markdown)).contains(html);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<td colspan=\"2\">", "<dl><dt>", "<details><summary>" })
	void htmlKeepsItsMeaning(String html) {
		assertThat(
				Markup.html(Format.HTML,
						"<table><tr><td colspan=\"2\">칸</td></tr></table>"
								+ "<dl><dt>말</dt><dd>뜻</dd></dl><details><summary>접기</summary>내용</details>"))
			.contains(html);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
			"<a href=\"javascript:alert(1)\">a</a>", "<svg onload=alert(1)>", "<iframe src=\"//x\">",
			"<p style=\"position:fixed\">", "<style>*{}</style>",
			"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
			"<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
			"<a id=\"location\" name=\"cookie\">a</a>", "<form action=\"//x\"><input name=q>", "<base href=\"//x\">" })
	void whatCouldRunIsTakenOutInBothFormats(String hostile) {
		for (Format format : Format.values()) {
			String html = Markup.html(format, hostile);
			assertThat(html).doesNotContainIgnoringCase("<script")
				.doesNotContain("onerror=")
				.doesNotContain("onload=")
				.doesNotContain("javascript:")
				.doesNotContain("<svg")
				.doesNotContain("<iframe")
				.doesNotContain("style=")
				.doesNotContain("<style")
				.doesNotContain("<form")
				.doesNotContain("<base")
				.doesNotContain("name=")
				.doesNotContain("id=\"location\"");
			String again = Markup.html(Format.HTML, html);
			assertThat(Markup.html(Format.HTML, again)).isEqualTo(again);
		}
	}

	@Test
	void anExcerptNeverEndsInHalfAPair() {
		assertThat(Markup.excerpt(Format.MARKDOWN, "a" + "🌱".repeat(3_000))).isEqualTo("a" + "🌱".repeat(119));
		assertThat(Markup.excerpt(Format.HTML, "<p>첫 <b>문장</b> &amp; 둘</p>")).isEqualTo("첫 문장 & 둘");
	}

}
