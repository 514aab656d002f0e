package dev.chogo.archive;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;

import dev.chogo.store.DataFolder;
import dev.chogo.store.DataFolderInUse;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.Ordered;

/** Opens the store for one command, without the service around it. */
final class Opener {

	private final String[] settings;

	Opener(String... settings) {
		this.settings = settings;
	}

	/**
	 * Works with the store that is there.
	 * @throws DataFolderInUse where the service runs
	 * @throws Refused where there is none
	 */
	<T> T open(Work<T> work) throws IOException {
		return work(work, new OnlyIfThere());
	}

	/**
	 * Works with the store that is there, or with a new one.
	 * @throws DataFolderInUse where the service runs
	 */
	<T> T openOrMake(Work<T> work) throws IOException {
		return work(work);
	}

	private <T> T work(Work<T> work, ApplicationContextInitializer<?>... conditions) throws IOException {
		try (ConfigurableApplicationContext store = start(conditions)) {
			return work.with(store);
		}
	}

	private ConfigurableApplicationContext start(ApplicationContextInitializer<?>... conditions) {
		SpringApplication application = new SpringApplication(StoreAlone.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.setBannerMode(Banner.Mode.OFF);
		application.setLogStartupInfo(false);
		// The command tells what came of it, but not of a full disk: a write waits then.
		application.setDefaultProperties(
				Map.of("logging.level.root", "off", "logging.level.dev.chogo.store.DiskSpace", "error"));
		application.addInitializers(conditions);
		try {
			return application.run(this.settings);
		}
		catch (DataFolderInUse | Refused ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			Throwable cause = NestedExceptionUtils.getMostSpecificCause(ex);
			throw new Refused("The store cannot be opened: %s"
				.formatted(Objects.requireNonNullElseGet(cause.getMessage(), cause::toString)), ex);
		}
	}

	/** What is done with an open store. */
	interface Work<T> {

		T with(BeanFactory store) throws IOException;

	}

	/** Makes no new store where none is: it would be taken for the one that was meant. */
	private static final class OnlyIfThere
			implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			DataFolder.in(context.getEnvironment())
				.filter((folder) -> !DataFolder.isFilled(folder))
				.ifPresent((folder) -> {
					throw new Refused("There is no store in %s. Say where it is, by --chogo.data=FOLDER."
						.formatted(folder.toAbsolutePath().normalize()));
				});
		}

		/** Before the folder is made. */
		@Override
		public int getOrder() {
			return HIGHEST_PRECEDENCE;
		}

	}

}
