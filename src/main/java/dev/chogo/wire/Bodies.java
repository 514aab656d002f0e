package dev.chogo.wire;

import java.io.IOException;
import java.io.InputStream;

import org.springframework.stereotype.Component;

/** Reads bodies, none longer than the settings allow. */
@Component
public class Bodies {

	private final WireSettings settings;

	Bodies(WireSettings settings) {
		this.settings = settings;
	}

	/**
	 * Reads a body.
	 * @param announced its length as {@code Content-Length} says, or -1
	 * @throws BodyTooLarge before more than the limit was read
	 */
	public byte[] read(InputStream body, long announced) throws IOException {
		int limit = Math.toIntExact(this.settings.body().toBytes());
		byte[] bytes = (announced > limit) ? new byte[0] : body.readNBytes(limit + 1);
		if (Math.max(announced, bytes.length) > limit) {
			throw new BodyTooLarge(this.settings.body());
		}
		return bytes;
	}

}
