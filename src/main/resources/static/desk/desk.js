/** Wires the desk: buttons to the editor and the drawers, and what they report to the screen. */

import { newKey, send } from './api.js';
import { openDoor, signOut } from './account.js';
import { Editor } from './editor.js';
import { showExchanges } from './exchanges.js';
import { ask, clearFields, closable, say, showAtFields, words } from './forms.js';
import { Drawer, fillRow } from './lists.js';
import { count, text, when, writeTexts } from './texts.js';

const part = (id) => document.getElementById(id);

writeTexts(document);
showExchanges();

const editor = new Editor(part('editor'));
const drafts = new Drawer(part('drafts'), {
  path: '/api/drafts',
  member: 'drafts',
  row: part('draft-row'),
  fill: draftRow,
});
const posts = new Drawer(part('posts'), { path: '/api/posts', member: 'posts', row: part('post-row'), fill: postRow });

/* What is known about the text, always on the screen. */

function showState() {
  const { saving, unsaved, savedAt } = editor;
  let state = ['new', text('stateNew'), ''];
  if (saving) {
    state = ['saving', text('stateSaving'), ''];
  } else if (unsaved) {
    state = ['unsaved', text('stateUnsaved'), savedAt ? text('stateSince', when(savedAt)) : ''];
  } else if (savedAt) {
    state = ['saved', text('stateSaved', when(savedAt)), ''];
  }
  const [name, words, since] = state;
  part('state').dataset.state = name;
  write(part('state-text'), words);
  write(part('state-since'), since);
  document.title = `${name === 'unsaved' ? '● ' : ''}${editor.text.title || text('stateNew')} — ${text('chogo')}`;
}

/** Written only when it differs, or a screen reader would hear it again at every key. */
function write(element, words) {
  if (element.textContent !== words) {
    element.textContent = words;
  }
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

/** @param {{text: string, act: () => Promise<void>}[]} actions */
function notify(message, actions = []) {
  part('notice').hidden = !message;
  part('notice-text').textContent = message ?? '';
  part('notice-actions').replaceChildren(
    ...actions.map((action) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = action.text;
      button.addEventListener('click', () => attempt(action.act));
      return button;
    }),
  );
}

/** Runs something a person asked for; what goes wrong is told where it stays until it is read. */
async function attempt(action) {
  try {
    return await action();
  } catch (error) {
    notify(words(error));
  }
}

/* Saving. */

async function save(how = () => editor.save()) {
  clearFields(part('editor'));
  try {
    const { moved } = await how();
    part('theirs').hidden = true;
    notify(moved ? text('movedToNew') : null);
    return !moved;
  } catch (error) {
    if (error.status === 412) {
      conflict();
    } else {
      notify(showAtFields(part('editor'), error));
    }
    return false;
  }
}

/** The draft has moved on elsewhere: nothing is overwritten before the person has seen what is there. */
function conflict() {
  const saveNew = { text: text('conflictSaveNew'), act: () => save(() => editor.saveAsNew()) };
  const compare = {
    text: text('conflictCompare'),
    act: async () => {
      const theirs = await editor.theirs();
      part('theirs-heading').textContent = text('theirs', when(theirs.savedAt));
      part('theirs-title').textContent = theirs.title || text('untitled');
      part('theirs-content').value = theirs.content;
      part('theirs').hidden = false;
      const saveOver = { text: text('conflictSaveOver'), act: () => save(() => editor.saveOver(theirs)) };
      notify(text('conflict'), [saveNew, saveOver]);
    },
  };
  notify(text('conflict'), [compare, saveNew]);
}

/** Asks what becomes of unsaved words before another text takes their place. */
async function mayLeaveText() {
  if (!editor.unsaved) {
    return true;
  }
  const choice = await ask(text('unsavedQuestion'), [
    { value: 'drop', text: text('dropChanges'), danger: true },
    { value: 'save', text: text('saveFirst') },
  ]);
  return choice === 'drop' || (choice === 'save' && (await save()));
}

async function openDraft(sequence) {
  await editor.open(sequence);
  notify(null);
  part('theirs').hidden = true;
  clearFields(part('editor'));
}

/* The drawers. */

function draftRow(row, draft) {
  fillRow(row, draft, draft.savedAt);
  const mark = row.querySelector('.row-mark');
  mark.textContent = text('onTheDesk');
  mark.hidden = draft.sequence !== editor.sequence;
  row.querySelector('.row-open').addEventListener('click', async () => {
    drafts.close();
    if (await mayLeaveText()) {
      await attempt(() => openDraft(draft.sequence));
    }
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
    const { body } = await send('DELETE', `/api/drafts/${draft.sequence}`, {
      headers: { 'If-Match': `"${draft.version}"` },
    });
    drafts.remove(row);
    showDraftTotal(body.total);
    if (draft.sequence === editor.sequence) {
      await editor.forget();
    }
  } catch (error) {
    if ([404, 410, 412].includes(error.status)) {
      await drafts.reload();
      drafts.say(text('goneFromList'));
    } else {
      drafts.say(words(error));
    }
  }
}

function postRow(row, post) {
  fillRow(row, post, post.publishedAt);
  row.querySelector('.row-open').href = post.url;
  const edit = row.querySelector('.row-edit');
  edit.setAttribute('aria-label', text('takeBackNamed', post.title));
  const key = newKey();
  edit.addEventListener('click', async () => {
    posts.close();
    if (await mayLeaveText()) {
      await attempt(async () => {
        const { body } = await send('POST', `/api/posts/${post.sequence}/draft`, {
          headers: { 'Idempotency-Key': key },
        });
        showDraftTotal(body.total);
        await openDraft(body.draft.sequence);
      });
    }
  });
}

/* Publishing, in a dialog: nothing can be typed while the text leaves the desk. */

function showPublishing(message, done) {
  part('publishing-text').textContent = message;
  part('publishing-before').hidden = done;
  part('publishing-after').hidden = !done;
}

async function publishNow() {
  const title = editor.text.title || text('untitled');
  part('publishing-before').inert = true;
  say(part('publishing'), null);
  part('publishing-text').textContent = text('publishing');
  try {
    const post = await editor.publish();
    if (!post) {
      part('publishing').close();
      notify(text('movedToNew'));
      return;
    }
    showPostTotal(post.total);
    notify(null);
    part('theirs').hidden = true;
    await showPublished(title, post);
  } catch (error) {
    if (error.status === 412) {
      part('publishing').close();
      conflict();
    } else if (error.errors?.length > 0) {
      part('publishing').close();
      notify(showAtFields(part('editor'), error) ?? text('publishStopped'));
    } else {
      showPublishing(text('publishStopped'), false);
      say(part('publishing'), words(error));
    }
  } finally {
    part('publishing-before').inert = false;
  }
}

/** It is published whether or not its address and the new totals can be read. */
async function showPublished(title, { sequence }) {
  const link = part('published-link');
  link.href = part('own-blog').href;
  showPublishing(text('published', title), true);
  link.focus();
  await attempt(async () => {
    const { body } = await send('GET', `/api/posts/${sequence}`);
    link.href = body.post.url;
    const { totals } = (await send('GET', '/api/account')).body;
    showDraftTotal(totals.drafts);
    showPostTotal(totals.posts);
  });
}

/* Keys, buttons, and the way in and out. */

editor.addEventListener('change', showState);
editor.addEventListener('total', ({ detail }) => showDraftTotal(detail));

part('save').addEventListener('click', () => save());
part('open-drafts').addEventListener('click', () => drafts.open());
part('open-posts').addEventListener('click', () => posts.open());
part('notice-close').addEventListener('click', () => {
  notify(null);
  part('theirs').hidden = true;
});
part('new-text').addEventListener('click', async () => {
  if (await mayLeaveText()) {
    await editor.clear();
    notify(null);
    part('theirs').hidden = true;
    part('editor').elements.title.focus();
  }
});
part('publish').addEventListener('click', () => {
  showPublishing(text('publishQuestion', editor.text.title || text('untitled')), false);
  say(part('publishing'), null);
  part('publishing').showModal();
});
part('publish-now').addEventListener('click', publishNow);
part('sign-out').addEventListener('click', async () => {
  if (await mayLeaveText()) {
    await attempt(async () => {
      await signOut();
      await editor.clear();
      // Reading the page anew is the surest way to leave nothing of anybody's on it.
      location.replace('/desk/');
    });
  }
});

closable(part('publishing'));
part('publishing').addEventListener('cancel', (event) => {
  if (part('publishing-before').inert) {
    event.preventDefault();
  }
});

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

addEventListener('beforeunload', (event) => {
  if (editor.unsaved || editor.saving) {
    event.preventDefault();
  }
});

try {
  await openDoor((account, totals) => {
    part('desk').hidden = false;
    part('own-blog').textContent = `@${account.handle}`;
    part('own-blog').href = `/@${account.handle}/`;
    part('own-blog').setAttribute('aria-label', text('toOwnBlog', account.handle));
    showDraftTotal(totals.drafts);
    showPostTotal(totals.posts);
    showState();
    part('editor').elements.title.focus();
  });
} catch (error) {
  part('door-notice').textContent = words(error);
  part('door-notice').hidden = false;
}
