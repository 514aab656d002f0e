package dev.chogo.store;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;

/**
 * Settings {@code chogo.*} of the store.
 *
 * @param data the folder in which everything is kept; where another database is named,
 * what is made of its contents, such as the search index
 */
@ConfigurationProperties("chogo")
record StoreSettings(@DefaultValue("./data") Path data) {

	/** What is set, where there is no bean that has it yet. */
	static StoreSettings in(Environment environment) {
		return Binder.get(environment).bindOrCreate("chogo", StoreSettings.class);
	}

}
