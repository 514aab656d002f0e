package bench;

import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Forgives what a jump of the clock costs somebody who sends again: a token whose time is
 * over, and a connection that was closed because it seemed to have been idle for long.
 */
final class AcrossJumps implements Patience {

	/** More than writers and jumps account for. */
	private static final int TOO_MANY = 60;

	private final LongAdder expired = new LongAdder();

	private final LongAdder closed = new LongAdder();

	@Override
	public boolean forgives(Http.Answer answer, Http http) throws IOException {
		if (answer.status() == 401) {
			this.expired.increment();
			http.signInAnew();
			return true;
		}
		return false;
	}

	@Override
	public boolean forgives(IOException silence) {
		this.closed.increment();
		return this.closed.sum() < TOO_MANY;
	}

	@Override
	public String toString() {
		return "%12d%12d".formatted(this.expired.sum(), this.closed.sum());
	}

}
