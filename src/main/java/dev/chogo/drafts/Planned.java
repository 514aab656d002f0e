package dev.chogo.drafts;

import java.time.Clock;

import dev.chogo.writing.WritingId;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Publishes drafts whose time has come: within a second, or, where the service slept
 * through it, at its next start.
 */
@Component
class Planned {

	private static final Log log = LogFactory.getLog(Planned.class);

	private final Drafts drafts;

	private final DraftService service;

	private final Clock clock;

	Planned(Drafts drafts, DraftService service, Clock clock) {
		this.drafts = drafts;
		this.service = service;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void publish() {
		this.drafts.due(this.clock.instant(), Limit.of(100)).forEach(this::publish);
	}

	/**
	 * What cannot be published any more, perhaps because its title went, stays a draft.
	 */
	private void publish(WritingId id) {
		try {
			this.service.publishPlanned(id);
		}
		catch (ErrorResponseException ex) {
			log.warn("Draft %d of author %d was to be published now, but cannot be: %s".formatted(id.sequence(),
					id.author(), ex.getBody().getProperties()));
			this.service.giveUp(id);
		}
	}

}
