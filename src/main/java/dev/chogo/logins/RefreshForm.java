package dev.chogo.logins;

import dev.chogo.wire.CodePoints;
import jakarta.validation.constraints.NotNull;

/** Asks for the next tokens, or for an end. */
record RefreshForm(@NotNull @CodePoints(max = 4096) String refreshToken) {
}
