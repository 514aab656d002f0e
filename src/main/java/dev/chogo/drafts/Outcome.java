package dev.chogo.drafts;

import dev.chogo.posts.Publication;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What publishing made of a draft.
 *
 * @param sequence the number of the post
 * @param version the version of the post that it made
 * @param renewed the version that the post had before, or 0 where it was new
 */
@Embeddable
record Outcome(@Column(name = "published_as") long sequence, @Column(name = "published_version") long version,
		@Column(name = "renewed_version") long renewed) {

	static Outcome of(Publication publication) {
		return new Outcome(publication.receipt().sequence(), publication.receipt().version(), publication.renewed());
	}

}
