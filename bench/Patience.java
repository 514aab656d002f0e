package bench;

import java.io.IOException;

/** What somebody does who does not get the answer that was hoped for. */
interface Patience {

	/** Takes every answer, and every silence, as the last word. */
	Patience NONE = new Patience() {
	};

	/** Whether to send the very same once more after this answer. */
	default boolean forgives(Http.Answer answer, Http http) throws IOException {
		return false;
	}

	/** Whether to send the very same once more where no answer came. */
	default boolean forgives(IOException silence) {
		return false;
	}

	/**
	 * Sends a request until there is a last word.
	 * @throws IOException where that is silence
	 */
	default Http.Answer send(Http http, String method, String path, String body, String... fields) throws IOException {
		while (true) {
			try {
				Http.Answer answer = http.send(method, path, body, fields);
				if (!forgives(answer, http)) {
					return answer;
				}
			}
			catch (IOException ex) {
				if (!forgives(ex)) {
					throw ex;
				}
			}
		}
	}

}
