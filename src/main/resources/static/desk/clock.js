/** The time and a way to be woken at one; handed to whatever waits, so that its tests need not. */

export const clock = {
  now: () => Date.now(),

  /** @returns {() => void} calls it off */
  after(milliseconds, act) {
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};
