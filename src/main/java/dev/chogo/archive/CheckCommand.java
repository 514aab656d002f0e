package dev.chogo.archive;

import java.io.IOException;
import java.io.InputStream;

import dev.chogo.store.DataFolderInUse;

/** {@code check}: looks whether all that is stored fits together. */
record CheckCommand() implements Command {

	@Override
	public String run(Opener opener) throws IOException {
		Report report = report(opener);
		if (!report.fits()) {
			throw new Refused(report.text());
		}
		return report.text();
	}

	private static Report report(Opener opener) throws IOException {
		try {
			return opener.open((store) -> store.getBean(Check.class).run());
		}
		catch (DataFolderInUse running) {
			try (InputStream report = new Caller(running).ask(Hatch.CHECK)) {
				return Notation.JSON.readValue(report, Report.class);
			}
		}
	}

}
