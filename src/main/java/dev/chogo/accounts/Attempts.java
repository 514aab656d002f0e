package dev.chogo.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.springframework.stereotype.Component;

/**
 * Counts attempts to sign up, to sign in and to get tokens, so that passwords cannot be
 * guessed by the thousand. Counted by handle, whether it exists or not, and by network
 * address.
 */
@Component
public class Attempts {

	/** More handles and addresses than this are not remembered at once. */
	private static final int REMEMBERED = 100_000;

	private final LoadingCache<String, Bucket> handles;

	private final LoadingCache<String, Bucket> addresses;

	Attempts(AttemptSettings settings) {
		this.handles = buckets(settings.handlePerMinute(), settings.handlePerHour());
		this.addresses = buckets(settings.addressPerMinute(), settings.addressPerHour());
	}

	private static LoadingCache<String, Bucket> buckets(int perMinute, int perHour) {
		return Caffeine.newBuilder()
			.maximumSize(REMEMBERED)
			.expireAfterAccess(Duration.ofHours(1))
			.build((key) -> Bucket.builder()
				.addLimit((limit) -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
				.addLimit((limit) -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
				.build());
	}

	/**
	 * Counts one attempt.
	 * @throws TooManyAttempts where it is one too many
	 */
	public void spend(String handle, String address) {
		spend(address);
		spend(this.handles.get(handle));
	}

	/** Counts one attempt that names no handle. */
	public void spend(String address) {
		spend(this.addresses.get(network(address)));
	}

	/**
	 * An address of IPv4, or of IPv6 the half that names the network: whoever has one
	 * address there has 2^64 of them.
	 */
	private static String network(String address) {
		if (!address.contains(":")) {
			return address;
		}
		try {
			// Never asks a name server, since nothing with a colon is a name.
			byte[] bytes = InetAddress.getAllByName(address)[0].getAddress();
			return (bytes.length == 16) ? HexFormat.of().formatHex(bytes, 0, 8) : address;
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	private static void spend(Bucket bucket) {
		ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
		if (!probe.isConsumed()) {
			throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
		}
	}

}
