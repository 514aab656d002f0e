package dev.chogo;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between a client and the service, and cuts connections where it is told to. Each
 * connection carries one exchange.
 */
public final class CuttingProxy implements AutoCloseable {

	private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

	private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final Random random = new Random(1);

	private final ServerSocket clients;

	private final int port;

	/** Where an exchange ends for the client. */
	public enum Cut {

		/** Nothing of it reaches the service. */
		BEFORE_FORWARDING,

		/** The service gets it, and is not done yet. */
		UNDER_WAY,

		/** The service has answered, but nothing of that reaches the client. */
		BEFORE_ANSWER,

		/** The client gets a part of the answer. */
		IN_ANSWER

	}

	/** Opens a port of its own before that of the service. */
	public CuttingProxy(int port) throws IOException {
		this.port = port;
		this.clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.executor.execute(this::accept);
	}

	public int port() {
		return this.clients.getLocalPort();
	}

	/** Cuts one exchange more. */
	public void cut(Cut cut) {
		this.cuts.add(cut);
	}

	/** Whether all that were told have been cut. */
	public boolean isDone() {
		return this.cuts.isEmpty();
	}

	private void accept() {
		try {
			while (true) {
				Socket client = this.clients.accept();
				this.executor.execute(() -> serve(client));
			}
		}
		catch (IOException ex) {
			// Closed: the test is over.
		}
	}

	private void serve(Socket client) {
		try (client; Socket service = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			byte[] request = request(client.getInputStream());
			Cut cut = this.cuts.poll();
			if (cut == Cut.BEFORE_FORWARDING) {
				return;
			}
			service.getOutputStream().write(request);
			if (cut == Cut.UNDER_WAY) {
				client.close();
			}
			byte[] answer = service.getInputStream().readAllBytes();
			if (cut == null) {
				client.getOutputStream().write(answer);
			}
			else if (cut == Cut.IN_ANSWER) {
				client.getOutputStream().write(answer, 0, 1 + this.random.nextInt(answer.length - 1));
			}
		}
		catch (IOException ex) {
			// Whoever waits for the answer has noticed.
		}
	}

	/** A whole request, which asks the service to close when it has answered. */
	private static byte[] request(InputStream client) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
			int next = client.read();
			if (next == -1) {
				throw new EOFException();
			}
			bytes.write(next);
		}
		String head = bytes.toString(StandardCharsets.ISO_8859_1);
		Matcher length = LENGTH.matcher(head);
		byte[] body = client.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
		bytes.reset();
		bytes.writeBytes(head.replaceFirst("\r\n", "\r\nConnection: close\r\n").getBytes(StandardCharsets.ISO_8859_1));
		bytes.writeBytes(body);
		return bytes.toByteArray();
	}

	@Override
	public void close() throws IOException {
		this.clients.close();
		this.executor.shutdownNow();
	}

}
