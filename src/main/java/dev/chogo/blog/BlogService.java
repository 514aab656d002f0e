package dev.chogo.blog;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;

import dev.chogo.accounts.AccountDeleted;
import dev.chogo.accounts.AccountId;
import dev.chogo.accounts.Tallies;
import dev.chogo.wire.Fault;
import dev.chogo.wire.Invalid;
import dev.chogo.wire.Trees;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Keeps what authors say of their blogs. */
@Service
class BlogService {

	private final Blogs blogs;

	private final Tallies tallies;

	private final Trees trees;

	BlogService(Blogs blogs, Tallies tallies, Trees trees) {
		this.blogs = blogs;
		this.tallies = tallies;
		this.trees = trees;
	}

	/** The blog of an author, who may not have said anything of it yet. */
	@Transactional(readOnly = true)
	Blog of(AccountId author) {
		return this.blogs.findById(author.value()).orElseGet(() -> new Blog(author));
	}

	/** Changes what a merge patch names. */
	@Transactional
	Blog change(AccountId author, ObjectNode patch) {
		this.tallies.lock(author);
		Blog blog = of(author);
		ObjectNode merged = this.trees.tree(BlogView.of(blog).blog());
		patch.properties().forEach((member) -> merged.set(member.getKey(), member.getValue()));
		BlogPatch form = this.trees.form(merged, BlogPatch.class);
		blog.describe(Objects.requireNonNullElse(form.title(), ""), Objects.requireNonNullElse(form.description(), ""),
				zone(form.timeZone()));
		return this.blogs.save(blog);
	}

	private static ZoneId zone(@Nullable String name) {
		try {
			return (name != null) ? ZoneId.of(name) : Blog.DEFAULT_ZONE;
		}
		catch (DateTimeException ex) {
			throw new Invalid(Fault.at("/timeZone", "must be an IANA time zone such as Asia/Seoul"));
		}
	}

	@EventListener
	void delete(AccountDeleted deleted) {
		if (this.blogs.existsById(deleted.account().value())) {
			this.blogs.deleteById(deleted.account().value());
		}
	}

}
