package dev.chogo.archive;

import java.util.List;

/**
 * What a check found.
 *
 * @param looked how much it looked at
 * @param indexes how many indexes it compared with their tables
 * @param faults a sentence for each thing that does not fit
 */
record Report(Counts looked, int indexes, List<String> faults) {

	boolean fits() {
		return this.faults.isEmpty();
	}

	/** The faults, and what to make of them. */
	String text() {
		String verdict = "Looked at %s, %d indexes: %s".formatted(this.looked, this.indexes,
				fits() ? "all fits together." : Counts.some(this.faults.size(), "fault") + ".");
		return fits() ? verdict : String.join("\n", this.faults) + "\n" + verdict;
	}

}
