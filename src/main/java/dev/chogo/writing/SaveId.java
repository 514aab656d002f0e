package dev.chogo.writing;

import jakarta.persistence.Embeddable;

/** Names one save of a text: author, number, version. */
@Embeddable
record SaveId(long author, long sequence, long version) {
}
