package dev.chogo.events;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.chogo.journal.Change;
import dev.chogo.journal.Entry;
import dev.chogo.journal.Journal;
import dev.chogo.logins.LiveLogin;
import dev.chogo.store.Durability;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * One listener, and how far in the author's journal it is. Only what is durable is told:
 * no tab is to show what a power cut can take back.
 */
class Stream {

	private static final int BATCH = 500;

	private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");

	private static final long NO_TIMEOUT = 0;

	/** After how many milliseconds a browser comes again. */
	private static final long RECONNECT = 2_000;

	private final SseEmitter emitter = new SseEmitter(NO_TIMEOUT);

	private final LiveLogin login;

	private final Journal journal;

	private final Durability durability;

	/** The last entry that was told, or passed over. */
	private long position;

	private boolean over;

	Stream(LiveLogin login, Journal journal, Durability durability) {
		this.login = login;
		this.journal = journal;
		this.durability = durability;
	}

	SseEmitter emitter() {
		return this.emitter;
	}

	LiveLogin login() {
		return this.login;
	}

	synchronized boolean isOver() {
		return this.over;
	}

	/**
	 * Begins where the listener was, or tells it to look for itself.
	 * @param last the last event that it had, or null
	 */
	synchronized void begin(@Nullable String last) {
		long now = this.journal.last(this.login.account());
		boolean known = last != null && isKnown(last, now);
		this.position = known ? Long.parseLong(last) : now;
		// With its number, so that who is cut off before the first event can say where it
		// began.
		send(SseEmitter.event().comment("").id(Long.toString(this.position)).reconnectTime(RECONNECT));
		if (known) {
			deliver();
		}
		else if (last != null) {
			send(SseEmitter.event().name("reset").data("{}", MediaType.APPLICATION_JSON));
		}
	}

	/** Whether all that happened since is still written down. */
	private boolean isKnown(String last, long now) {
		if (!NUMBER.matcher(last).matches() || Long.parseLong(last) > now) {
			return false;
		}
		List<Entry> next = this.journal.after(this.login.account(), Long.parseLong(last), 1);
		return next.isEmpty() ? Long.parseLong(last) == now : next.get(0).number() == Long.parseLong(last) + 1;
	}

	/** Tells what happened since the last time. */
	synchronized void deliver() {
		List<Entry> entries;
		do {
			entries = this.journal.after(this.login.account(), this.position, BATCH);
			if (!entries.isEmpty()) {
				this.durability.await();
				entries.forEach(this::tell);
			}
		}
		while (entries.size() == BATCH && !this.over);
	}

	private void tell(Entry entry) {
		this.position = entry.number();
		if (entry.change() != Change.THINNED && entry.change() != Change.EMPTIED) {
			send(SseEmitter.event()
				.name(entry.kind().name().toLowerCase(Locale.ROOT))
				.id(Long.toString(entry.number()))
				.data(new Event(entry.sequence(), entry.version(), entry.change()), MediaType.APPLICATION_JSON));
		}
	}

	/** Keeps the connection open, and finds out whether anybody is there still. */
	synchronized void beat() {
		send(SseEmitter.event().comment(""));
	}

	private void send(SseEventBuilder event) {
		if (this.over) {
			return;
		}
		try {
			this.emitter.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			// The listener is gone; it will say by Last-Event-ID what it has.
			end();
		}
	}

	synchronized void end() {
		if (!this.over) {
			this.over = true;
			this.emitter.complete();
		}
	}

	/**
	 * What is told.
	 *
	 * @param version the version that the text has since
	 */
	record Event(long sequence, long version, Change change) {
	}

}
