package dev.chogo.blog;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

import dev.chogo.accounts.Person;
import dev.chogo.posts.PostEntry;
import dev.chogo.posts.PostText;
import dev.chogo.text.Markup;
import dev.chogo.text.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * A post as its page shows it.
 *
 * @param html sanitized
 * @param modifiedAt null where it is as it was published
 */
record PostPage(String title, Author author, String html, ZonedDateTime publishedAt, @Nullable ZonedDateTime modifiedAt,
		List<String> tags, String category) {

	static PostPage of(PostText post, ZoneId zone) {
		return new PostPage(post.details().title(), Author.of(post.author()),
				Markup.html(post.details().format(), post.content()), post.publishedAt().atZone(zone),
				(post.modifiedAt() != null) ? post.modifiedAt().atZone(zone) : null, post.details().tags(),
				post.details().category());
	}

	/** Who wrote it. */
	record Author(String handle, String name, String url) {

		static Author of(Person person) {
			return new Author(person.handle(), person.displayName(), "/@%s/".formatted(person.handle()));
		}

	}

	/**
	 * A post in a list.
	 *
	 * @param excerpt its first words, none of a protected text, nor its tags
	 */
	record Entry(String title, String url, String excerpt, String author, ZonedDateTime publishedAt,
			List<String> tags) {

		static Entry of(PostEntry post, ZoneId zone) {
			boolean readable = post.details().visibility() == Visibility.PUBLIC;
			return new Entry(post.details().title(), post.address().url(), readable ? post.excerpt() : "",
					post.author().displayName(), post.publishedAt().atZone(zone),
					readable ? post.details().tags() : List.of());
		}

	}

	/** The blog as a whole. */
	record Site(String title, String description) {
	}

}
