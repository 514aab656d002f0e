package dev.chogo.store;

/** Tells when what was committed is on the disk. */
public interface Durability {

	/**
	 * Waits until all that was committed before is on the disk. Whoever commits need not
	 * ask; this is for those who pass on what others committed.
	 */
	void await();

}
