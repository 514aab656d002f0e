/** Talk between the tabs of one browser: each message is an event of its kind, in every tab but the speaker's. */
export class Tabs extends EventTarget {
  #channel;

  /** @param {BroadcastChannel} channel */
  constructor(channel) {
    super();
    this.#channel = channel;
    channel.addEventListener('message', ({ data: { kind, detail } }) => {
      this.dispatchEvent(new CustomEvent(kind, { detail }));
    });
  }

  say(kind, detail) {
    this.#channel.postMessage({ kind, detail });
  }

  close() {
    this.#channel.close();
  }
}
