package dev.chogo;

import dev.chogo.archive.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Chogo (초고, "first draft"): keeps what people write, and shows how the web carries it.
 */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class ChogoApplication {

	public static void main(String[] args) {
		if (CommandLine.asks(args)) {
			System.exit(CommandLine.run(args));
		}
		SpringApplication.run(ChogoApplication.class, args);
	}

}
