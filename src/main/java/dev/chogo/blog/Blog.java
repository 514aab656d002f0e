package dev.chogo.blog;

import java.time.ZoneId;

import dev.chogo.accounts.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.springframework.data.domain.Persistable;

/** What an author says of the blog as a whole. */
@Entity
class Blog implements Persistable<Long> {

	static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Seoul");

	@Id
	private long author;

	private String title = "";

	private String description = "";

	private String timeZone = DEFAULT_ZONE.getId();

	@Transient
	private boolean fresh;

	protected Blog() {
	}

	Blog(AccountId author) {
		this.author = author.value();
		this.fresh = true;
	}

	void describe(String title, String description, ZoneId timeZone) {
		this.title = title;
		this.description = description;
		this.timeZone = timeZone.getId();
	}

	@Override
	public Long getId() {
		return this.author;
	}

	@Override
	public boolean isNew() {
		return this.fresh;
	}

	String title() {
		return this.title;
	}

	String description() {
		return this.description;
	}

	ZoneId timeZone() {
		return ZoneId.of(this.timeZone);
	}

}
