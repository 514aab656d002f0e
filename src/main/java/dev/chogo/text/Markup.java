package dev.chogo.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;
import org.springframework.web.util.HtmlUtils;

/**
 * Turns what an author typed into what a reader sees. What is stored stays as it was
 * typed; what comes out of here has no script in it (OWASP's sanitizer).
 */
public final class Markup {

	private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), StrikethroughExtension.create(),
			AutolinkExtension.create(), TaskListItemsExtension.create(), FootnotesExtension.create());

	private static final Parser MARKDOWN = Parser.builder().extensions(EXTENSIONS).build();

	private static final HtmlRenderer HTML = HtmlRenderer.builder().extensions(EXTENSIONS).build();

	private static final TextContentRenderer PLAIN = TextContentRenderer.builder().extensions(EXTENSIONS).build();

	private static final PolicyFactory READERS = Sanitizers.FORMATTING.and(Sanitizers.BLOCKS)
		.and(Sanitizers.LINKS)
		.and(Sanitizers.TABLES)
		.and(Sanitizers.IMAGES)
		// An attribute counts only for elements that the same builder allows.
		.and(new HtmlPolicyBuilder()
			.allowElements("a", "li", "ol", "sup", "td", "th", "pre", "code", "hr", "figure", "figcaption", "section",
					"input", "del", "ins", "mark", "kbd", "abbr", "ruby", "rt", "rp", "dl", "dt", "dd", "details",
					"summary")
			.allowAttributes("class")
			.matching(Pattern.compile("language-[A-Za-z0-9+#-]{1,32}|footnotes|footnote-ref|footnote-backref"))
			.onElements("code", "section", "sup", "a")
			.allowAttributes("id")
			.matching(Pattern.compile("fn(?:ref)?-[\\p{L}\\p{N}-]{1,64}"))
			.onElements("li", "a")
			.allowAttributes("type")
			.matching(false, "checkbox")
			.onElements("input")
			.allowAttributes("checked", "disabled")
			.onElements("input")
			.allowAttributes("start")
			.matching(Pattern.compile("[0-9]{1,9}"))
			.onElements("ol")
			.allowAttributes("colspan", "rowspan")
			.matching(Pattern.compile("[0-9]{1,3}"))
			.onElements("td", "th")
			.allowAttributes("title")
			.onElements("a", "abbr")
			.toFactory());

	private static final PolicyFactory NO_MARKUP = new HtmlPolicyBuilder().toFactory();

	private static final Pattern FIRST_WORDS = Pattern.compile("\\X{0,120}");

	/** As much of a text as its first words are taken from, in UTF-16 units. */
	private static final int BEGINNING = 2_000;

	private Markup() {
	}

	/** The sanitized HTML of a text. */
	public static String html(Format format, String content) {
		return READERS.sanitize(switch (format) {
			case MARKDOWN -> HTML.render(MARKDOWN.parse(content));
			case HTML -> content;
		});
	}

	/**
	 * The first words of a text without markup: at most 120 grapheme clusters, in one
	 * line.
	 */
	public static String excerpt(Format format, String content) {
		String beginning = content.substring(0, wholeCodePoints(content, Math.min(content.length(), BEGINNING)));
		Matcher first = FIRST_WORDS.matcher(plain(format, beginning));
		return first.lookingAt() ? first.group() : "";
	}

	/** The words of a text, or of a part of one, without markup and in one line. */
	public static String plain(Format format, String content) {
		String words = switch (format) {
			case MARKDOWN -> PLAIN.render(MARKDOWN.parse(content));
			case HTML -> HtmlUtils.htmlUnescape(NO_MARKUP.sanitize(content));
		};
		return words.strip().replaceAll("\\s+", " ");
	}

	/** At most so many UTF-16 units, never half a pair. */
	private static int wholeCodePoints(String text, int units) {
		boolean half = units > 0 && units < text.length() && Character.isHighSurrogate(text.charAt(units - 1));
		return half ? units - 1 : units;
	}

}
