package dev.chogo.search;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** A thread of its own for the index: what other rooms do by the clock does not wait. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {

	static final String SCHEDULER = "searchScheduler";

	@Bean(name = SCHEDULER, defaultCandidate = false)
	ThreadPoolTaskScheduler searchScheduler() {
		ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
		scheduler.setThreadNamePrefix("search-scheduling-");
		scheduler.setDaemon(true);
		scheduler.setWaitForTasksToCompleteOnShutdown(true);
		scheduler.setAwaitTerminationMillis(Duration.ofSeconds(10).toMillis());
		return scheduler;
	}

}
