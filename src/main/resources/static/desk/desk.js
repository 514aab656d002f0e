/** Wires the desk: buttons to the text and the drawers, and what they report to the screen. */

import { askingToSignIn, newKey, send } from './api.js';
import { openDoor, presence, signOut } from './account.js';
import { clock } from './clock.js';
import { device } from './device.js';
import { Editor } from './editor.js';
import { showExchanges } from './exchanges.js';
import { ask, clearFields, showAtFields, words } from './forms.js';
import { Drawer, fillRow } from './lists.js';
import { Notice } from './notices.js';
import { Offers } from './offers.js';
import { Outbox } from './outbox.js';
import { Publishing } from './publishing.js';
import { path } from './saves.js';
import { digest } from './sha256.js';
import { StateLine } from './state.js';
import { Stream } from './stream.js';
import { Tabs } from './tabs.js';
import { count, text, when, writeTexts } from './texts.js';

/** How long signing out waits for the last save. */
const LAST_SAVE_MS = 8_000;

const part = (id) => document.getElementById(id);

writeTexts(document);
showExchanges();

const editor = new Editor(part('editor'));
const publishing = new Publishing();
const stateLine = new StateLine();
const offers = new Offers(lay);
const notice = new Notice(part('notices'), () => {
  part('theirs').hidden = true;
});
const drafts = new Drawer(part('drafts'), {
  path: '/api/drafts',
  member: 'drafts',
  row: part('draft-row'),
  fill: draftRow,
});
const posts = new Drawer(part('posts'), { path: '/api/posts', member: 'posts', row: part('post-row'), fill: postRow });

/** @type {Outbox} */
let outbox;
/** @type {Stream} */
let stream;
/** @type {import('./saver.js').Saver} the text on the screen */
let saver;

/* What is on the screen. */

function lay(next) {
  if (saver && saver !== next) {
    outbox.putAway(saver);
  }
  saver = next;
  saver.attach(editor);
  clearFields(part('editor'));
  notice.clear();
  show();
}

/** Puts a fresh sheet in the place of a text that has left the desk. */
function layFresh() {
  outbox.release(saver);
  saver = null;
  lay(outbox.begin());
}

function show() {
  stateLine.show(saver, editor.title);
  offers.show(outbox);
}

function showDraftTotal(total) {
  part('open-drafts').textContent = count(total);
  part('open-drafts').setAttribute('aria-label', text('draftsOpen', count(total)));
  drafts.total = total;
}

function showPostTotal(total) {
  part('posts-total').textContent = count(total);
  posts.total = total;
}

/** Runs something a person asked for; what goes wrong is told where it stays until it is read. */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    notice.say(words(error));
  }
}

/* Saving. */

async function save() {
  try {
    await askingToSignIn(() => saver.save(true));
    stateLine.speak(part('state-text').textContent);
  } catch (error) {
    stateLine.tell(error, true);
  }
}

function saved({ total, merge, left, sequence }) {
  showDraftTotal(total);
  if (merge === 'forked') {
    notice.say(text('forked', left, sequence), [{ text: text('compare'), act: () => attempt(() => compare(left)) }]);
  } else if (left !== null) {
    notice.say(text('movedToNew'));
  }
}

/** Shows another draft beside the text. */
async function compare(sequence) {
  const { body } = await send('GET', path(sequence));
  const { title, content, savedAt } = body.draft;
  part('theirs-heading').textContent = text('theirs', sequence, when(savedAt));
  part('theirs-title').textContent = title || text('untitled');
  part('theirs-content').value = content;
  part('theirs').hidden = false;
}

async function openDraft(sequence) {
  const next = await outbox.open(sequence);
  if (next !== saver) {
    lay(next);
  }
}

/* The drawers. */

function draftRow(row, draft) {
  fillRow(row, draft, draft.savedAt);
  const mark = row.querySelector('.row-mark');
  mark.textContent = text('onTheDesk');
  mark.hidden = draft.sequence !== saver.sequence;
  row.querySelector('.row-open').addEventListener('click', async () => {
    drafts.close();
    await attempt(() => openDraft(draft.sequence));
  });
  const title = draft.title || text('untitled');
  const remove = row.querySelector('.row-delete');
  remove.setAttribute('aria-label', text('deleteNamed', title));
  remove.addEventListener('click', () => deleteDraft(row, draft, title));
}

async function deleteDraft(row, draft, title) {
  const choice = await ask(text('deleteQuestion', title), [{ value: 'delete', text: text('delete'), danger: true }]);
  if (choice !== 'delete') {
    return;
  }
  try {
    const { body } = await (draft.sequence === saver.sequence ? deleteOpen() : deleteAt(draft));
    drafts.remove(row);
    showDraftTotal(body.total);
  } catch (error) {
    if ([404, 410, 412].includes(error.status)) {
      await drafts.reload();
      drafts.say(text('goneFromList'));
    } else {
      drafts.say(words(error));
    }
  }
}

async function deleteOpen() {
  // What is deleted can be had back for a while, with its last words.
  await askingToSignIn(() => saver.save());
  const answer = await saver.takeOff(() => deleteAt(saver));
  layFresh();
  return answer;
}

function deleteAt({ sequence, version }) {
  return send('DELETE', path(sequence), { headers: { 'If-Match': `"${version}"` } });
}

function postRow(row, post) {
  fillRow(row, post, post.publishedAt);
  row.querySelector('.row-open').href = post.url;
  const edit = row.querySelector('.row-edit');
  edit.setAttribute('aria-label', text('takeBackNamed', post.title));
  const key = newKey();
  edit.addEventListener('click', async () => {
    posts.close();
    await attempt(async () => {
      const { body } = await send('POST', `/api/posts/${post.sequence}/draft`, {
        headers: { 'Idempotency-Key': key },
      });
      showDraftTotal(body.total);
      await openDraft(body.draft.sequence);
    });
  });
}

/* Publishing. */

publishing.addEventListener('published', async ({ detail }) => {
  showPostTotal(detail.total);
  layFresh();
  await attempt(async () => {
    await publishing.showPublished({ blog: part('own-blog').href, post: detail.post });
    const { totals } = (await send('GET', '/api/account')).body;
    showDraftTotal(totals.drafts);
    showPostTotal(totals.posts);
  });
});
publishing.addEventListener('stopped', ({ detail: { error } }) => {
  if (error) {
    notice.say(showAtFields(part('editor'), error) ?? text('publishStopped'));
  } else {
    notice.say(text('publishStoppedByOthers'));
  }
});

/* Keys, buttons, and the way in and out. */

editor.addEventListener('input', () => saver.touch());
editor.addEventListener('free', () => saver.settle());

part('save').addEventListener('click', save);
part('open-drafts').addEventListener('click', () => drafts.open());
part('open-posts').addEventListener('click', () => posts.open());
part('new-text').addEventListener('click', () => {
  lay(outbox.begin());
  part('editor').elements.title.focus();
});
part('publish').addEventListener('click', () => publishing.ask(saver));
part('sign-out').addEventListener('click', () => attempt(leave));

addEventListener('keydown', (event) => {
  // `code` beside `key`: under the Korean layout the S key says ㄴ.
  const isS = event.code === 'KeyS' || event.key.toLowerCase() === 's';
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && isS && !part('desk').hidden) {
    event.preventDefault();
    if (!event.repeat && !document.querySelector('dialog[open]')) {
      save();
    }
  }
});

/** Everything is saved first, and then nothing of anybody's stays on this device unless they want it to. */
async function leave() {
  const unsaved = await outbox.drain(LAST_SAVE_MS);
  const choice = unsaved.length === 0 ? 'wipe' : await askWhatToLeave(unsaved);
  if (choice === '') {
    return;
  }
  await signOut();
  stream.stop();
  await (choice === 'keep' ? outbox.close() : outbox.wipe());
  // Reading the page anew is the surest way to leave nothing of anybody's on it.
  location.replace('/desk/');
}

function askWhatToLeave(unsaved) {
  const titles = unsaved.map(({ text: { title } }) => `‘${title || text('untitled')}’`).join(', ');
  return ask(text('unsavedQuestion', titles), [
    { value: 'wipe', text: text('wipeAndLeave'), danger: true },
    { value: 'keep', text: text('keepAndLeave') },
  ]);
}

function enter(account, totals) {
  const tabs = new Tabs(new BroadcastChannel(`chogo ${account.handle}`));
  outbox = new Outbox({ account: account.handle, device, tabs, send, digest, clock });
  stream = new Stream({
    name: `chogo events ${account.handle}`,
    locks: navigator.locks,
    tabs,
    clock,
    connect: () => new EventSource('/api/events'),
  });
  lay(outbox.begin());
  outbox.addEventListener('change', show);
  outbox.addEventListener('saved', ({ detail }) => saved(detail));
  outbox.addEventListener('gone', ({ detail }) => gone(detail));
  stream.addEventListener('change', ({ detail }) => detail.kind === 'draft' && outbox.hear(detail));
  stream.addEventListener('reset', () => outbox.hearOfAnything());
  stream.start();
  outbox.recover();

  part('desk').hidden = false;
  part('own-blog').textContent = `@${account.handle}`;
  part('own-blog').href = `/@${account.handle}/`;
  part('own-blog').setAttribute('aria-label', text('toOwnBlog', account.handle));
  showDraftTotal(totals.drafts);
  showPostTotal(totals.posts);
  part('editor').elements.title.focus();

  presence.addEventListener('back', () => {
    stateLine.signedIn();
    stream.start();
    // Another tab may have listened all the while, and tells nothing again.
    outbox.hearOfAnything();
    outbox.retry();
  });
  presence.addEventListener('away', () => {
    stream.stop();
    stateLine.askToSignIn();
  });
  addEventListener('online', () => outbox.retry());
  addEventListener('pagehide', () => outbox.flush());
  document.addEventListener('visibilitychange', () => (document.hidden ? outbox.flush() : outbox.retry()));
  addEventListener('beforeunload', (event) => {
    if (outbox.endangered) {
      event.preventDefault();
    }
  });
}

/** The draft has left the desk elsewhere; its text has not. */
function gone({ saver: left, error }) {
  if (left === saver && !part('publishing').open) {
    notice.say(text('goneElsewhere', error.kind === 'published'));
  }
}

try {
  await openDoor(enter);
} catch (error) {
  part('door-notice').textContent = words(error);
  part('door-notice').hidden = false;
}
