package dev.chogo.archive;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

import dev.chogo.ChogoApplication;
import dev.chogo.TestDatabase;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A database, with or without a service on it. */
record Store(List<String> settings) {

	/** One that nobody has. */
	static Store fresh() {
		return new Store(TestDatabase.fresh());
	}

	/** The one of a service that runs. */
	static Store of(Environment service) {
		return new Store(Stream
			.of("chogo.data", "spring.datasource.url", "spring.datasource.username", "spring.datasource.password")
			.filter(service::containsProperty)
			.map((name) -> name + "=" + service.getProperty(name))
			.toList());
	}

	/** Does what can be asked of it on the command line. */
	Said run(String... words) {
		ByteArrayOutputStream said = new ByteArrayOutputStream();
		PrintStream out = System.out;
		PrintStream err = System.err;
		PrintStream both = new PrintStream(said, true, UTF_8);
		System.setOut(both);
		System.setErr(both);
		try {
			int code = CommandLine.run(Stream.concat(Stream.of(words), arguments()).toArray(String[]::new));
			return new Said(code, said.toString(UTF_8));
		}
		finally {
			System.setOut(out);
			System.setErr(err);
		}
	}

	/** Starts a service on it, on any free port. */
	ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(ChogoApplication.class).run(
				Stream
					.concat(Stream.of("--server.port=0", "--spring.main.banner-mode=off",
							"--chogo.accounts.sign-up=open"), arguments())
					.toArray(String[]::new));
	}

	static int port(ConfigurableApplicationContext service) {
		return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
	}

	private Stream<String> arguments() {
		return Stream.concat(this.settings.stream(), Stream.of("logging.level.root=warn"))
			.map((setting) -> "--" + setting);
	}

	/** What came of a command. */
	record Said(int code, String text) {
	}

}
