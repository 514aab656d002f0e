/** What the browser tests and the screenshots share: a Chromium, the service's address, and an ear for complaints. */

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

export const base = process.env.CHOGO_URL ?? 'http://127.0.0.1:8080';
export const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const seoul = { locale: 'ko-KR', timezoneId: 'Asia/Seoul' };

/** Of a machine that does other things as well. */
const PATIENCE_MS = 30_000;

/** The first two because CI runs as root and without a graphics card; the rest keep Chromium from calling home. */
export const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Korean with emoji that are one, two and seven code points, a flag, and both normal forms. */
export const korean = {
  title: '초고를 쓰는 밤 🌙',
  content: '첫 문장은 늘 어렵다. 그래도 쓴다 ✍🏽\n\n가족 👨‍👩‍👧‍👦, 태극기 🇰🇷, 옛한글 ᄒᆞᆫ글, 풀어쓴 한글.\n"따옴표"와 \\ 그리고 <b>꺾쇠</b>.',
};

export function launch(...args) {
  return chromium.launch({ executablePath, args: [...quiet, ...args] });
}

/**
 * Collects what the page complains of: script errors, console errors and refused content.
 * Chromium also logs every answer from 400 up as an error; `expect` names those a test provokes on purpose.
 */
export function complaintsOf(page) {
  const heard = [];
  const expected = [];
  page.on('pageerror', (error) => heard.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' && !/Content.Security.Policy|Trusted ?Types/i.test(message.text())) {
      return;
    }
    const status = /the server responded with a status of (\d+)/.exec(message.text())?.[1];
    const place = expected.findIndex((one) => `${one.status}` === status && message.location().url.endsWith(one.path));
    if (place >= 0) {
      expected.splice(place, 1);
    } else {
      heard.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
  return {
    heard,
    expect: (status, path) => expected.push({ status, path }),
  };
}

/** A browser of its own process, with a profile that outlives it. */
export class Chromium {
  static async start(profile) {
    const args = [...quiet, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
    // A group of its own, so that all its processes can be killed at once.
    const process = spawn(executablePath, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    for await (const chunk of process.stderr) {
      said += chunk;
      const [, address] = /DevTools listening on (\S+)/.exec(said) ?? [];
      if (address) {
        process.stderr.resume();
        return new Chromium(process, await chromium.connectOverCDP(address));
      }
    }
    throw new Error(said);
  }

  constructor(process, browser) {
    this.process = process;
    this.context = browser.contexts()[0];
  }

  /** A tab of somebody signed in; a login each time would be more than the service allows in a minute. */
  async desk(cookies) {
    this.context.setDefaultTimeout(PATIENCE_MS);
    await this.context.addCookies(cookies);
    const desk = new Desk(await this.context.newPage());
    await desk.page.goto(`${base}/desk/`);
    await desk.content.waitFor();
    return desk;
  }

  async kill() {
    const ended = once(this.process, 'exit');
    globalThis.process.kill(-this.process.pid, 'SIGKILL');
    await ended;
  }
}

/** Somebody with an account of their own, so that no test sees what another one wrote; needs open sign-up. */
export class Person {
  handle = `p${randomBytes(6).toString('hex')}`;
  password = '글을 쓰는 밤 2026';
  #signedUp = false;

  /** A device of theirs, signed in. */
  async device(browser, options = {}) {
    const context = await browser.newContext({ baseURL: base, ...seoul, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    await this.signIn(context);
    return context;
  }

  async signIn(context) {
    const { handle, password } = this;
    if (!this.#signedUp) {
      await context.request.post('/api/accounts', { data: { handle, password } });
      this.#signedUp = true;
    }
    const answer = await context.request.post('/api/session', { data: { handle, password } });
    if (!answer.ok()) {
      throw new Error(`${answer.status()} ${await answer.text()} (start the service with --chogo.accounts.sign-up=open)`);
    }
  }
}

/** The desk in one tab, and what the service has of it. */
export class Desk {
  constructor(page) {
    this.page = page;
    this.title = page.locator('#editor [name="title"]');
    this.content = page.locator('#editor [name="content"]');
    this.state = page.locator('#state');
    this.notices = page.locator('.notice:not([hidden])');
  }

  static async open(context) {
    const desk = new Desk(await context.newPage());
    await desk.page.goto('/desk/');
    await desk.content.waitFor();
    return desk;
  }

  /** Opens a draft from the list. */
  async openDraft(title = '글') {
    await this.page.locator('#open-drafts').click();
    const row = this.page.locator('#drafts .row-open', { has: this.page.getByText(title, { exact: true }) });
    await row.click();
    await this.page.locator('#state:not([data-state="new"])').waitFor();
  }

  /** Types at the end, as a person does. */
  async type(text, delay = 0) {
    await this.content.press('Control+End');
    await this.page.keyboard.type(text, { delay });
  }

  async saved() {
    await this.page.locator('#state[data-state="saved"]').waitFor();
  }

  /** Waits until the bar says so. */
  async says(words) {
    await this.state.filter({ hasText: words }).waitFor();
  }

  async contentIs(text) {
    await this.page.waitForFunction((wanted) => document.querySelector('#editor [name="content"]').value === wanted, text);
  }

  async press(button) {
    await this.notices.getByRole('button', { name: button }).click();
  }

  async read() {
    return { title: await this.title.inputValue(), content: await this.content.inputValue() };
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page as it is now. */
export async function axeFindings(page) {
  // As an expression of the debugging protocol, which the page's content policy does not bind.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** What the service has, asked as any client would. */
export async function stored(context, sequence) {
  return (await (await context.request.get(`/api/drafts/${sequence}`)).json()).draft;
}

/** Waits for a save that no page is left to tell of. */
export async function storedBecomes(context, sequence, content) {
  const deadline = Date.now() + 10_000;
  while ((await stored(context, sequence)).content !== content && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal((await stored(context, sequence)).content, content);
}

export async function storedDrafts(context) {
  return (await (await context.request.get('/api/drafts')).json()).drafts;
}

/** Saves as a device does that knows nothing of the others. */
export async function saveElsewhere(context, sequence, text) {
  const answer = await context.request.patch(`/api/drafts/${sequence}`, {
    headers: { 'Content-Type': 'application/merge-patch+json' },
    data: text,
  });
  if (!answer.ok()) {
    throw new Error(`${answer.status()} ${await answer.text()}`);
  }
}

/** What the page still keeps on its device, by key. */
export function copies(page) {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('chogo');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          if (!database.objectStoreNames.contains('outbox')) {
            database.close();
            resolve([]);
            return;
          }
          const reading = database.transaction('outbox').objectStore('outbox').getAll();
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result.filter(({ text }) => text).map(({ text }) => text));
          };
        };
      }),
  );
}
