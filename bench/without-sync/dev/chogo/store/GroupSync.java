package dev.chogo.store;

import javax.sql.DataSource;

/**
 * What {@code bench/crash --without-sync} puts in the place of the real one, so that it is
 * known to be able to fail. In no jar, and no setting leads here.
 */
class GroupSync implements Durability {

	GroupSync(DataSource database) {
	}

	@Override
	public void await() {
	}

}
