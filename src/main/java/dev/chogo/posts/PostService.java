package dev.chogo.posts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.People;
import dev.chogo.accounts.Person;
import dev.chogo.accounts.Tally;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Page;
import dev.chogo.wire.Window;
import dev.chogo.writing.Details;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.Visibility;
import dev.chogo.writing.WritingForm;
import dev.chogo.writing.WritingId;
import dev.chogo.writing.WritingService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Keeps published texts. A post is never half done: it has a title, a content and an
 * address of its own.
 */
@Service
public class PostService extends WritingService<Post, PostVersion> {

	private final Posts posts;

	private final People people;

	private final ApplicationEventPublisher events;

	PostService(Posts posts, PostVersions versions, Common common, People people, ApplicationEventPublisher events) {
		super(posts, versions, common);
		this.posts = posts;
		this.people = people;
		this.events = events;
	}

	/** Publishes a text that was never a draft. */
	@Transactional
	Receipt write(AccountId author, WritingForm form) {
		return publish(author, details(form, Details.NONE), form.contentOrEmpty()).receipt();
	}

	/** Publishes a text as a new post. */
	@Transactional
	public Publication publish(AccountId author, Details details, String content) {
		Tally tally = hold(author);
		Post post = new Post(WritingId.of(author, tally.addPost()), now());
		Receipt receipt = begin(post, settled(post, details, content), content, true, tally);
		return new Publication(receipt, address(post), 0);
	}

	/** Gives a post the text of the draft that was made of it; its address stays. */
	@Transactional
	public Publication renew(AccountId author, long sequence, Details details, String content) {
		Tally tally = hold(author);
		Post post = here(author, sequence);
		long renewed = post.version();
		post.edit(settled(post, details.withSlug(post.details().slug()), content), content, now());
		store(post, content, true);
		return new Publication(receipt(post, tally), address(post), renewed);
	}

	/**
	 * Takes a publication back: a post that is new is deleted, one that was renewed
	 * becomes what it was.
	 * @param version the version that the publication made
	 * @param renewed the version before it, or 0
	 * @return whether the post is live still; one that was deleted stays so
	 */
	@Transactional
	public boolean takeBack(AccountId author, long sequence, long version, long renewed) {
		Tally tally = hold(author);
		Post post = known(author, sequence);
		if (post.deletedAt() != null) {
			return false;
		}
		if (post.version() != version) {
			throw new ChangedSince(sequence);
		}
		if (renewed == 0) {
			post.delete(now());
			drop(tally);
			deleted(post);
		}
		else {
			PostVersion before = save(post, renewed);
			post.edit(before.details(), before.content(), now());
			store(post, before.content(), true);
		}
		return post.deletedAt() == null;
	}

	@Override
	protected void deleted(Post post) {
		this.events.publishEvent(new PostDeleted(new AccountId(post.getId().author()), post.sequence()));
	}

	/** The details with an address of its own, or a refusal of what is half done. */
	@Override
	protected Details settled(Post post, Details details, String content) {
		List<Fault> faults = new ArrayList<>();
		if (details.title().isBlank()) {
			faults.add(Fault.at("/title", "must not be empty in a post"));
		}
		if (content.isBlank()) {
			faults.add(Fault.at("/content", "must not be empty in a post"));
		}
		if (details.visibility() == Visibility.PROTECTED && details.passwordHash() == null) {
			faults.add(Fault.at("/password", "must be there in a protected post"));
		}
		if (!faults.isEmpty()) {
			throw new Invalid(faults);
		}
		String slug = details.slug().isEmpty() ? Slug.of(details.title(), post.sequence()) : details.slug();
		return details.withSlug(Slug.free(slug, (it) -> taken(it, post)));
	}

	private boolean taken(String slug, Post post) {
		return this.posts.at(post.getId().author(), slug)
			.filter((other) -> other.sequence() != post.sequence())
			.isPresent();
	}

	@Transactional(readOnly = true)
	PostView read(AccountId author, long sequence) {
		Post post = here(author, sequence);
		return PostView.of(post, content(post), address(post));
	}

	@Transactional(readOnly = true)
	Page<PostView.Item> list(AccountId author, Window window) {
		Person person = this.people.byId(author);
		return page(author, window,
				(found) -> found.stream().map((post) -> PostView.Item.of(post, address(post, person))).toList());
	}

	/** The text of a post, for its author. */
	@Transactional(readOnly = true)
	public PostText text(AccountId author, long sequence) {
		return text(here(author, sequence), this.people.byId(author));
	}

	/** A post that was not deleted, by the last part of its address. */
	@Transactional(readOnly = true)
	public Optional<PostText> at(Person author, String slug) {
		return this.posts.at(author.id().value(), slug).map((post) -> text(post, author));
	}

	/** What readers find listed of one author, newest first. */
	@Transactional(readOnly = true)
	public List<PostEntry> listed(Person author, Cursor after, int limit) {
		return this.posts.listed(author.id().value(), Visibility.PRIVATE, after.at(), after.sequence(), Limit.of(limit))
			.stream()
			.map((post) -> entry(post, author))
			.toList();
	}

	/** What readers find listed of all authors, newest first. */
	@Transactional(readOnly = true)
	public List<PostEntry> listed(Cursor after, int limit) {
		List<Post> posts = this.posts.listed(Visibility.PRIVATE, after.at(), after.sequence(), Limit.of(limit));
		Map<AccountId, Person> authors = this.people
			.byIds(posts.stream().map((post) -> post.getId().author()).collect(Collectors.toSet()));
		return posts.stream()
			.map((post) -> entry(post, Objects.requireNonNull(authors.get(new AccountId(post.getId().author())))))
			.toList();
	}

	/** Where posts of an author are found, by their numbers. */
	@Transactional(readOnly = true)
	public Map<Long, PostAddress> addresses(AccountId author, Collection<Long> sequences) {
		if (sequences.isEmpty()) {
			return Map.of();
		}
		Person person = this.people.byId(author);
		return this.posts.among(author.value(), sequences)
			.stream()
			.collect(Collectors.toMap(Post::sequence, (post) -> address(post, person)));
	}

	private PostAddress address(Post post) {
		return address(post, this.people.byId(new AccountId(post.getId().author())));
	}

	private static PostAddress address(Post post, Person author) {
		return new PostAddress(post.sequence(),
				"/@%s/%s".formatted(author.handle(), UriUtils.encodePathSegment(post.details().slug(), UTF_8)));
	}

	private PostText text(Post post, Person author) {
		return new PostText(author, address(post, author), post.details(), content(post), post.publishedAt(),
				post.modifiedAt());
	}

	private static PostEntry entry(Post post, Person author) {
		return new PostEntry(author, address(post, author), post.details(), post.excerpt(), post.publishedAt());
	}

	@Override
	protected long total(Tally tally) {
		return tally.posts();
	}

	@Override
	protected void drop(Tally tally) {
		tally.dropPost();
	}

	@Override
	protected void recount(Tally tally, long total, long last) {
		tally.recountPosts(total, last);
	}

	@Override
	protected PostVersion row(Post post, String content, boolean explicit) {
		return new PostVersion(post, content, explicit);
	}

	@Override
	protected Instant listedAt(Post post) {
		return post.publishedAt();
	}

}
