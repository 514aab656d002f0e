package dev.chogo.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

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
			ByteArrayOutputStream report = new ByteArrayOutputStream();
			new Caller(running).copy(Hatch.CHECK, report);
			return Notation.JSON.readValue(report.toByteArray(), Report.class);
		}
	}

}
