package dev.chogo.drafts;

import java.time.Instant;

import jakarta.validation.constraints.Null;
import org.jspecify.annotations.Nullable;

/**
 * How to publish.
 *
 * @param at a later time; not offered yet, and refused rather than published at once
 */
record PublicationForm(@Null(message = "cannot be asked for: this service publishes at once") @Nullable Instant at) {
}
