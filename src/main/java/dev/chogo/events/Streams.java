package dev.chogo.events;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import dev.chogo.accounts.AccountId;
import dev.chogo.journal.Journal;
import dev.chogo.journal.Noted;
import dev.chogo.logins.LiveLogin;
import dev.chogo.store.Durability;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** All listeners. They end with their login, and before the web server stops. */
@Component
class Streams implements SmartLifecycle {

	/** More than tabs and devices need; the oldest makes room. */
	private static final int FOR_ONE_AUTHOR = 32;

	private final Queue<Stream> open = new ConcurrentLinkedQueue<>();

	private final Journal journal;

	private final Durability durability;

	private final TaskExecutor executor;

	private volatile boolean running;

	Streams(Journal journal, Durability durability, @Qualifier("applicationTaskExecutor") TaskExecutor executor) {
		this.journal = journal;
		this.durability = durability;
		this.executor = executor;
	}

	SseEmitter open(LiveLogin login, @Nullable String last) {
		Stream stream = new Stream(login, this.journal, this.durability);
		stream.emitter().onCompletion(() -> this.open.remove(stream));
		stream.emitter().onError((error) -> stream.end());
		stream.begin(last);
		this.open.add(stream);
		makeRoom(login.account());
		// What happened while it was not yet among the others, or a stop.
		this.executor.execute(this.running ? stream::deliver : stream::end);
		return stream.emitter();
	}

	private void makeRoom(AccountId author) {
		long tooMany = this.open.stream().filter((it) -> it.login().account().equals(author)).count() - FOR_ONE_AUTHOR;
		this.open.stream()
			.filter((it) -> it.login().account().equals(author))
			.limit(Math.max(0, tooMany))
			.forEach(Stream::end);
	}

	@TransactionalEventListener
	void tell(Noted noted) {
		this.open.stream()
			.filter((it) -> it.login().account().equals(noted.author()))
			.forEach((it) -> this.executor.execute(it::deliver));
	}

	/** What another process on the same database has written, and logins that ended. */
	@Scheduled(fixedDelayString = "PT1S")
	void look() {
		each(Stream::deliver);
	}

	@Scheduled(fixedDelayString = "PT15S")
	void beat() {
		each(Stream::beat);
	}

	private void each(Consumer<Stream> deed) {
		this.open.forEach((stream) -> {
			Consumer<Stream> next = stream.login().isOver() ? Stream::end : deed;
			this.executor.execute(() -> next.accept(stream));
		});
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		this.open.forEach(Stream::end);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
