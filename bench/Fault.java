package bench;

import java.io.IOException;
import java.nio.file.Path;

/** How a service comes to a sudden end. */
enum Fault {

	/** SIGKILL: what the operating system was told is there at the next start. */
	KILL {

		@Override
		void strike(Service service, Disk disk) {
			service.kill();
		}

	},

	/** At the next start there is what had reached the disk, and nothing else. */
	POWER_CUT {

		@Override
		void strike(Service service, Disk disk) throws IOException {
			service.freeze();
			Path reached = disk.copy();
			service.kill();
			disk.comeBackWith(reached);
		}

	};

	/**
	 * Ends the service, and leaves its data folder as the next start will find it.
	 * @param disk the one with the data folder; null where only kills are asked for
	 */
	abstract void strike(Service service, Disk disk) throws IOException;

	@Override
	public String toString() {
		return name().toLowerCase().replace('_', ' ');
	}

}
