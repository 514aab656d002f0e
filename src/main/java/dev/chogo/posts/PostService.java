package dev.chogo.posts;

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
import dev.chogo.journal.Change;
import dev.chogo.text.Details;
import dev.chogo.text.Visibility;
import dev.chogo.text.WritingForm;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Page;
import dev.chogo.wire.Window;
import dev.chogo.writing.Kept;
import dev.chogo.writing.Receipt;
import dev.chogo.writing.WritingId;
import dev.chogo.writing.WritingService;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Keeps published texts. */
@Service
public class PostService extends WritingService<Post, PostVersion> {

	private final PostShelf shelf;

	private final Posts posts;

	private final People people;

	PostService(PostShelf shelf, Posts posts, People people) {
		super(shelf);
		this.shelf = shelf;
		this.posts = posts;
		this.people = people;
	}

	/** Publishes a text that was never a draft. */
	@Transactional
	public Receipt write(AccountId author, WritingForm form) {
		return publish(author, this.shelf.details(form, Details.NONE), form.contentOrEmpty()).receipt();
	}

	/** Publishes a text as a new post. */
	@Transactional
	public Publication publish(AccountId author, Details details, String content) {
		Tally tally = this.shelf.hold(author);
		Post post = new Post(WritingId.of(author, tally.addPost()), this.shelf.now());
		Receipt receipt = this.shelf.begin(post, this.shelf.settled(post, details, content), content, Kept.PUBLISHED,
				Change.PUBLISHED, tally);
		return new Publication(receipt, address(post), 0);
	}

	/** Gives a post the text of the draft that was made of it; its address stays. */
	@Transactional
	public Publication renew(AccountId author, long sequence, Details details, String content) {
		Tally tally = this.shelf.hold(author);
		Post post = this.shelf.here(author, sequence);
		long renewed = post.version();
		Details settled = this.shelf.settled(post, details.withSlug(post.details().slug()), content);
		this.shelf.edit(post, settled, content, Kept.PUBLISHED, Change.PUBLISHED, tally);
		return new Publication(this.shelf.receipt(post, tally), address(post), renewed);
	}

	/**
	 * Takes a publication back: a post that is new is deleted, one that was renewed
	 * becomes what it was, and one that was deleted stays so.
	 * @param version the version that the publication made
	 * @param renewed the version before it, or 0
	 */
	@Transactional
	public void takeBack(AccountId author, long sequence, long version, long renewed) {
		Tally tally = this.shelf.hold(author);
		Post post = this.shelf.known(author, sequence);
		if (post.deletedAt() != null) {
			return;
		}
		if (post.version() != version) {
			throw new ChangedSince(sequence);
		}
		if (renewed == 0) {
			this.shelf.delete(post, tally);
		}
		else {
			PostVersion before = this.shelf.save(post, renewed).orElseThrow(() -> new ChangedSince(sequence));
			this.shelf.edit(post, before.details(), before.content(), Kept.RESTORED, Change.RESTORED, tally);
		}
	}

	/**
	 * Refuses what cannot be published.
	 * @throws Invalid where there is no title, no content, or no password where one is
	 * needed
	 */
	public void refuseHalfDone(Details details, String content) {
		this.shelf.refuseHalfDone(details, content);
	}

	/** Whether a post is there for its readers. */
	@Transactional(readOnly = true)
	public boolean isLive(AccountId author, long sequence) {
		return this.posts.findById(WritingId.of(author, sequence))
			.filter((post) -> post.deletedAt() == null)
			.isPresent();
	}

	@Transactional(readOnly = true)
	public PostView read(AccountId author, long sequence) {
		Post post = this.shelf.here(author, sequence);
		return PostView.of(post, this.shelf.content(post), address(post));
	}

	@Transactional(readOnly = true)
	public Page<PostView.Item> list(AccountId author, Window window) {
		return page(author, window, (found) -> items(author, found));
	}

	/** Posts as they are listed. */
	@Transactional(readOnly = true)
	public List<PostView.Item> items(AccountId author, List<Post> found) {
		Person person = this.people.byId(author);
		return found.stream().map((post) -> PostView.Item.of(post, address(post, person))).toList();
	}

	/** The text of a post, for its author. */
	@Transactional(readOnly = true)
	public PostText text(AccountId author, long sequence) {
		return text(this.shelf.here(author, sequence), this.people.byId(author));
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
		return new PostText(author, address(post, author), post.details(), this.shelf.content(post), post.publishedAt(),
				post.modifiedAt());
	}

	private static PostEntry entry(Post post, Person author) {
		return new PostEntry(author, address(post, author), post.details(), post.excerpt(), post.publishedAt());
	}

}
