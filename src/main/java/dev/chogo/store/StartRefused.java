package dev.chogo.store;

/** The service cannot start on this data folder, for a reason that one line can tell. */
class StartRefused extends IllegalStateException {

	StartRefused(String reason) {
		super(reason);
	}

}
