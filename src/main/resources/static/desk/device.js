/** What this browser itself keeps: IndexedDB, in which keys are arrays that begin with an account. */

import { createStore, promisifyRequest } from '../vendor/idb-keyval.js';

const open = createStore('chogo', 'outbox');

export const device = {
  /**
   * @param {[key: string[], value: object][]} entries all of them or none
   * @throws {DOMException} QuotaExceededError, or another one where the browser keeps nothing
   */
  async put(entries) {
    await open('readwrite', (store) => {
      entries.forEach(([key, value]) => store.put(value, key));
      return committed(store.transaction);
    });
  },

  async remove(keys) {
    await open('readwrite', (store) => {
      keys.forEach((key) => store.delete(key));
      return committed(store.transaction);
    });
  },

  /** Every value of an account, by key. */
  async all(account) {
    return open('readonly', (store) => promisifyRequest(store.getAll(IDBKeyRange.bound([account], [account, []]))));
  },
};

/** Commits now, not when the page comes round to it: a page that is being closed never does. */
function committed(transaction) {
  transaction.commit?.();
  return promisifyRequest(transaction);
}
