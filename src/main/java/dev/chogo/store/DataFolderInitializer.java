package dev.chogo.store;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/**
 * Takes the data folder before anything else is started that a refusal would have to
 * stop.
 */
class DataFolderInitializer implements ApplicationContextInitializer<GenericApplicationContext>, Ordered {

	@Override
	public void initialize(GenericApplicationContext context) {
		DataFolder.in(context.getEnvironment()).ifPresent((path) -> {
			DataFolder folder = new DataFolder(path);
			context.registerBean(DataFolder.class, () -> folder);
		});
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
