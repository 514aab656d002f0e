package dev.chogo.blog;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;

import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Attempts;
import dev.chogo.accounts.Passwords;
import dev.chogo.accounts.People;
import dev.chogo.accounts.Person;
import dev.chogo.posts.PostEntry;
import dev.chogo.posts.PostService;
import dev.chogo.posts.PostText;
import dev.chogo.text.Visibility;
import dev.chogo.wire.Cursor;
import dev.chogo.wire.NotHere;
import dev.chogo.wire.Window;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of readers. */
@Controller
@RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
class PageController {

	/** Nothing runs on these pages; pictures may come from anywhere. */
	private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' http: https:; "
			+ "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final int PAGE = 20;

	private final PostService posts;

	private final BlogService blogs;

	private final People people;

	private final Passwords passwords;

	private final Attempts attempts;

	PageController(PostService posts, BlogService blogs, People people, Passwords passwords, Attempts attempts) {
		this.posts = posts;
		this.blogs = blogs;
		this.people = people;
		this.passwords = passwords;
		this.attempts = attempts;
	}

	@ModelAttribute
	void policy(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", POLICY);
		response.setHeader("Cache-Control", "no-cache");
	}

	/** The latest posts of everybody. */
	@GetMapping("/")
	String home(Window window, Model model) {
		model.addAttribute("blog", new PostPage.Site("초고", ""));
		list(model, "/", this.posts.listed(window.after(), PAGE + 1), (entry) -> Blog.DEFAULT_ZONE);
		return "blog/home";
	}

	/** The latest posts of one author. */
	@GetMapping("/@{handle}/")
	String author(@PathVariable String handle, Window window, Model model) {
		Person author = author(handle);
		Blog blog = site(author, model);
		model.addAttribute("author", PostPage.Author.of(author));
		list(model, "/@%s/".formatted(handle), this.posts.listed(author, window.after(), PAGE + 1),
				(entry) -> blog.timeZone());
		return "blog/author";
	}

	@GetMapping("/@{handle}")
	ResponseEntity<Void> withSlash(@PathVariable String handle) {
		return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
			.location(URI.create("/@%s/".formatted(author(handle).handle())))
			.build();
	}

	/** A post. */
	@GetMapping("/@{handle}/{slug}")
	String post(@PathVariable String handle, @PathVariable String slug, @Nullable Authentication reader, Model model) {
		PostText post = readable(handle, slug, reader);
		boolean locked = post.details().visibility() == Visibility.PROTECTED && !isAuthor(post, reader);
		return locked ? locked(post, false, model) : shown(post, model);
	}

	/** A protected post, for who knows its password. */
	@PostMapping(path = "/@{handle}/{slug}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	String unlock(@PathVariable String handle, @PathVariable String slug,
			@RequestParam(defaultValue = "") String password, @Nullable Authentication reader,
			HttpServletRequest request, HttpServletResponse response, Model model) {
		PostText post = readable(handle, slug, reader);
		this.attempts.spend(request.getRemoteAddr());
		if (this.passwords.matches(password, post.details().passwordHash())) {
			return shown(post, model);
		}
		response.setStatus(HttpStatus.FORBIDDEN.value());
		return locked(post, true, model);
	}

	private PostText readable(String handle, String slug, @Nullable Authentication reader) {
		PostText post = this.posts.at(author(handle), slug).orElseThrow(NotHere::new);
		if (post.details().visibility() == Visibility.PRIVATE && !isAuthor(post, reader)) {
			throw new NotHere();
		}
		return post;
	}

	private String shown(PostText post, Model model) {
		Blog blog = site(post.author(), model);
		model.addAttribute("post", PostPage.of(post, blog.timeZone()));
		return "blog/post";
	}

	private String locked(PostText post, boolean wrong, Model model) {
		site(post.author(), model);
		model.addAttribute("title", post.details().title());
		model.addAttribute("wrong", wrong);
		return "blog/password";
	}

	private Blog site(Person author, Model model) {
		Blog blog = this.blogs.of(author.id());
		String title = blog.title().isEmpty() ? author.displayName() : blog.title();
		model.addAttribute("blog", new PostPage.Site(title, blog.description()));
		return blog;
	}

	private static void list(Model model, String path, List<PostEntry> found, Function<PostEntry, ZoneId> zone) {
		boolean more = found.size() > PAGE;
		List<PostEntry> shown = more ? found.subList(0, PAGE) : found;
		model.addAttribute("posts", shown.stream().map((it) -> PostPage.Entry.of(it, zone.apply(it))).toList());
		if (more) {
			PostEntry last = shown.get(PAGE - 1);
			model.addAttribute("next",
					"%s?cursor=%s".formatted(path, new Cursor(last.publishedAt(), last.address().sequence())));
		}
	}

	private Person author(String handle) {
		return this.people.byHandle(handle).orElseThrow(NotHere::new);
	}

	private static boolean isAuthor(PostText post, @Nullable Authentication reader) {
		return reader != null && reader.getPrincipal() instanceof AccountId id && id.equals(post.author().id());
	}

}
