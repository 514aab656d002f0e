package dev.chogo.archive;

/** What was asked for cannot be done; the message is a sentence for who asked. */
class Refused extends RuntimeException {

	Refused(String sentence) {
		super(sentence);
	}

	Refused(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
