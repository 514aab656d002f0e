package dev.chogo.idempotency;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chogo.accounts.AccountDeleted;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Remembers answers for a day, each in the transaction that made what it tells of. */
@Component
class Answers {

	private static final Duration REMEMBERED = Duration.ofHours(24);

	private final RememberedAnswers answers;

	private final TransactionTemplate transactions;

	private final Clock clock;

	Answers(RememberedAnswers answers, PlatformTransactionManager transactions, Clock clock) {
		this.answers = answers;
		this.transactions = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	/** Carries a request out. */
	interface Handler {

		void handle(HttpServletResponse response) throws Exception;

	}

	/**
	 * Answers as the first request with this key was answered, or carries the request
	 * out.
	 * @throws KeyReused where the first one had another body
	 * @throws KeyInUse where the first one is still under way after ten seconds
	 */
	void answer(RememberedAnswer.Key key, byte[] body, HttpServletResponse response, Handler handler)
			throws IOException {
		byte[] digest = sha256(body);
		if (replay(key, digest, response)) {
			return;
		}
		try {
			ContentCachingResponseWrapper first = new ContentCachingResponseWrapper(response);
			this.transactions.executeWithoutResult((transaction) -> {
				this.answers.forget(key, this.clock.instant().minus(REMEMBERED));
				RememberedAnswer answer = this.answers
					.saveAndFlush(new RememberedAnswer(key, digest, this.clock.instant()));
				handle(handler, first);
				if (HttpStatus.valueOf(first.getStatus()).is2xxSuccessful()) {
					answer.answer(first.getStatus(), fields(first), first.getContentAsByteArray());
				}
				else {
					transaction.setRollbackOnly();
				}
			});
			// Not before the commit is durable.
			first.copyBodyToResponse();
		}
		catch (DataIntegrityViolationException ex) {
			if (!replay(key, digest, response)) {
				throw new KeyInUse();
			}
		}
		catch (PessimisticLockingFailureException ex) {
			throw new KeyInUse();
		}
	}

	private static void handle(Handler handler, HttpServletResponse response) {
		try {
			handler.handle(response);
		}
		catch (RuntimeException ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * In a transaction that writes, so that it ends only when what it read is on the
	 * disk.
	 */
	private boolean replay(RememberedAnswer.Key key, byte[] digest, HttpServletResponse response) throws IOException {
		Optional<RememberedAnswer> found = this.transactions.execute((transaction) -> this.answers.findById(key)
			.filter((it) -> it.createdAt().plus(REMEMBERED).isAfter(this.clock.instant())));
		if (found == null || found.isEmpty()) {
			return false;
		}
		RememberedAnswer answer = found.get();
		if (!answer.isOf(digest)) {
			throw new KeyReused();
		}
		response.setStatus(answer.status());
		for (String field : answer.fields()) {
			int colon = field.indexOf(": ");
			response.setHeader(field.substring(0, colon), field.substring(colon + 2));
		}
		response.getOutputStream().write(answer.body());
		return true;
	}

	private static List<String> fields(HttpServletResponse response) {
		return Stream
			.concat(Stream.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.CONTENT_LOCATION,
					HttpHeaders.ETAG), response.getHeaderNames().stream().filter((name) -> name.startsWith("Chogo-")))
			.filter((name) -> response.getHeader(name) != null)
			.map((name) -> "%s: %s".formatted(name, response.getHeader(name)))
			.toList();
	}

	@EventListener
	void forget(AccountDeleted deleted) {
		this.answers.forget(deleted.account().value());
	}

	@Scheduled(fixedDelayString = "PT1H")
	@Transactional
	void forget() {
		this.answers.forget(this.clock.instant().minus(REMEMBERED));
	}

	private static byte[] sha256(byte[] body) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(body);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
