package dev.chogo.events;

import dev.chogo.logins.LiveLogin;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What changes on one's desk, as it changes. */
@RestController
class EventController {

	private final Streams streams;

	EventController(Streams streams) {
		this.streams = streams;
	}

	/** Follow what changes on the desk. */
	@GetMapping(path = "/api/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Nullable SseEmitter follow(LiveLogin login, HttpMethod method, HttpServletResponse response,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last) {
		// A proxy that collects answers before it passes them on would hold them for
		// ever.
		response.setHeader("X-Accel-Buffering", "no");
		if (HttpMethod.HEAD.equals(method)) {
			response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
			return null;
		}
		return this.streams.open(login, last);
	}

}
