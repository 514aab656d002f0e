/** What the browser test and the screenshots share: a Chromium, the service's address, and an ear for complaints. */

import { chromium } from 'playwright-core';

export const base = process.env.CHOGO_URL ?? 'http://127.0.0.1:8080';

/** Korean with emoji that are one, two and seven code points, a flag, and both normal forms. */
export const korean = {
  title: '초고를 쓰는 밤 🌙',
  content: '첫 문장은 늘 어렵다. 그래도 쓴다 ✍🏽\n\n가족 👨‍👩‍👧‍👦, 태극기 🇰🇷, 옛한글 ᄒᆞᆫ글, 풀어쓴 한글.\n"따옴표"와 \\ 그리고 <b>꺾쇠</b>.',
};

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // The first two because CI runs as root and without a graphics card; the rest keep Chromium from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
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
