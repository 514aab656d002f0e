package dev.chogo.store;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;

/**
 * Says in one line, without a stack trace, why the service does not start on this folder.
 */
class StartRefusedReporter implements SpringBootExceptionReporter {

	private static final Log log = LogFactory.getLog(StartRefusedReporter.class);

	StartRefusedReporter(ConfigurableApplicationContext context) {
	}

	@Override
	public boolean reportException(Throwable failure) {
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof StartRefused refused) {
			log.error(refused.getMessage());
			return true;
		}
		return false;
	}

}
