/**
 * The desk and the blog in a real browser, with what goes over the wire: `CHOGO_URL=… node --test desk.test.mjs`,
 * against a service with an empty data folder. The tests are one walk and run in the order they stand in. The page's
 * clock stands still, so that nothing is saved but what is pressed for; words-lost.test.mjs lets it run.
 */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { axeFindings, base, complaintsOf, korean, launch, saveElsewhere } from './browser.mjs';

const account = { handle: 'kim', name: '김초고', password: '글을 쓰는 밤 2026' };

let browser;
let context;
let page;
let complaints;

before(async () => {
  browser = await launch();
  context = await browser.newContext({ baseURL: base, locale: 'ko-KR', timezoneId: 'Asia/Seoul' });
  context.setDefaultTimeout(10_000);
  await context.clock.install();
  await context.clock.pauseAt(Date.now() + 1_000);
  page = await context.newPage();
  complaints = complaintsOf(page);
});

after(() => browser?.close());

const title = () => page.locator('#editor [name="title"]');
const content = () => page.locator('#editor [name="content"]');
const save = () => page.locator('#save');
const draftTotal = () => page.locator('#open-drafts');
const lastAnswer = () => page.locator('#exchanges-log li:first-child .exchange-body');
const notice = (words) => page.locator('.notice:not([hidden])').filter({ hasText: words });
const state = (name) => page.locator(`#state[data-state="${name}"]`).waitFor();

let broken = null;

/** One stretch of the walk. After a stretch that failed the rest says nothing, so it is skipped. */
function step(claim, walk) {
  test(claim, async (t) => {
    if (broken) {
      t.skip(`after "${broken}"`);
      return;
    }
    broken = claim;
    await walk();
    broken = null;
  });
}

/** Waits until the number beside 임시저장 is this one. */
function countIs(total) {
  return page.waitForFunction((wanted) => document.getElementById('open-drafts').textContent === wanted, `${total}`);
}

/** Does something and hands back the request and answer it leads to. */
async function wire(method, path, act) {
  const matches = (response) =>
    response.request().method() === method && path.test(new URL(response.url()).pathname) && response.status() !== 401;
  const [response] = await Promise.all([page.waitForResponse(matches), act()]);
  return { request: response.request(), response, status: response.status(), body: await response.text() };
}

async function write(text) {
  await title().fill(text.title);
  await content().fill(text.content);
}

async function newText() {
  await page.locator('#new-text').click();
  assert.equal(await title().inputValue(), '');
}

async function deleteFirstDraft() {
  await draftTotal().click();
  await page.locator('#drafts .row-delete').first().click();
  const exchange = await wire('DELETE', /^\/api\/drafts\/\d+$/, () => page.locator('#question .danger').click());
  await page.locator('#drafts [data-close]').click();
  return exchange;
}

step('the first account is created and signed in', async () => {
  complaints.expect(401, '/api/account');
  await page.goto('/desk/');
  await page.locator('[data-show="sign-up"]').click();
  for (const [name, value] of Object.entries(account)) {
    await page.locator(`#sign-up [name="${name}"]`).fill(value);
  }
  const session = page.waitForResponse((response) => response.url().endsWith('/api/session'));
  const signUp = await wire('POST', /^\/api\/accounts$/, () => page.locator('#sign-up .primary').click());

  assert.equal(signUp.status, 201, `the data folder must be empty: ${signUp.body}`);
  assert.deepEqual(JSON.parse(signUp.body), { success: true, account: { handle: 'kim', name: '김초고' } });
  assert.equal((await session).status(), 200);
  await title().waitFor();
  await countIs(0);
  const cookie = (await context.cookies()).find(({ name }) => name.endsWith('chogo'));
  assert.ok(cookie.httpOnly, 'no script can read the login');
});

step('signing out and in again', async () => {
  complaints.expect(401, '/api/account');
  // Without the body: the page is read anew after it, and Chromium forgets what came before.
  const signedOut = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.locator('#sign-out').click();
  assert.equal((await signedOut).status(), 200);
  await page.locator('#sign-in [name="handle"]').fill(account.handle);
  await page.locator('#sign-in [name="password"]').fill('다른 비밀번호');
  complaints.expect(401, '/api/session');
  await page.locator('#sign-in .primary').click();
  await page.locator('#sign-in [data-refusal]:not([hidden])').waitFor();

  await page.locator('#sign-in [name="password"]').fill(account.password);
  const { status } = await wire('POST', /^\/api\/session$/, () => page.locator('#sign-in .primary').click());

  assert.equal(status, 200);
  await title().waitFor();
});

step('a refusal is shown at the field it points at', async () => {
  complaints.expect(422, '/api/drafts');
  await title().fill('가'.repeat(201));
  await save().click();

  await page.locator('.field-title .at-field').waitFor();
  assert.equal(await title().getAttribute('aria-invalid'), 'true');
  await countIs(0);
  await title().fill('🌙'.repeat(200));
  await page.locator('.field-title .at-field').waitFor({ state: 'detached' });
  await title().fill('');
  await page.clock.runFor(1_000);
  await state('new');
});

step('임시저장 makes draft 1, and the screen says so', async () => {
  await write(korean);
  assert.equal(await page.locator('#state').textContent(), '아직 저장되지 않음 · 서버에는 아직 없음');

  const { request, response, status, body } = await wire('POST', /^\/api\/drafts$/, () => save().click());

  assert.deepEqual(request.postDataJSON(), { ...korean, format: 'markdown', explicit: true });
  assert.match(request.headers()['content-type'], /^application\/json/);
  assert.ok(request.headers()['idempotency-key']);
  assert.equal(status, 201);
  assert.equal(response.headers().location, '/api/drafts/1');
  assert.equal(response.headers().etag, '"1"');
  assert.equal(body, '{"success":true,"draft":{"sequence":1},"total":1}');
  await state('saved');
  await countIs(1);
  assert.equal(await draftTotal().getAttribute('aria-label'), '임시저장 글 1개, 목록 열기');
  assert.match(await page.locator('#state').textContent(), /저장됨 오(전|후) \d+:\d\d/);
  assert.equal(await lastAnswer().textContent(), body);
});

step('saving again sends what has changed, and what it was made from', async () => {
  const longer = `${korean.content}\n한 줄 더 🖋️`;
  await content().fill(longer);
  const { request, response, status, body } = await wire('PATCH', /^\/api\/drafts\/1$/, () => page.keyboard.press('Control+s'));

  assert.equal(request.headers()['content-type'], 'application/merge-patch+json');
  assert.deepEqual(request.postDataJSON(), { content: longer, baseVersion: 1, explicit: true });
  assert.equal(status, 200);
  assert.equal(response.headers()['chogo-version'], '2');
  assert.equal(body, '{"success":true,"draft":{"sequence":1},"total":1}');
  await state('saved');
  await countIs(1);
});

step('an answer never touches what is being typed', async () => {
  let release;
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/api/drafts/1', async (route) => {
    const answer = await route.fetch();
    await held;
    await route.fulfill({ response: answer });
  });
  await content().press('Control+End');
  await page.keyboard.type(' 하나');
  await save().click();
  await state('saving');
  await content().focus();
  await page.keyboard.type(' 둘');
  await page.waitForFunction(() => document.activeElement.name === 'content');
  release();
  await state('unsaved');
  await page.unroute('**/api/drafts/1');

  assert.ok((await content().inputValue()).endsWith(' 하나 둘'));
  const { request } = await wire('PATCH', /^\/api\/drafts\/1$/, () => save().click());
  assert.ok(request.postDataJSON().content.endsWith(' 하나 둘'));
  await state('saved');
});

step('saving in the middle of a syllable leaves the input method alone', async () => {
  const input = await context.newCDPSession(page);
  const compose = (text) => input.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
  await content().press('Control+End');
  const before = await content().inputValue();
  for (const step of ['ㅎ', '하', '한']) {
    await compose(step);
    const { request } = await wire('PATCH', /^\/api\/drafts\/1$/, () => page.keyboard.press('Control+s'));
    assert.equal(request.postDataJSON().content, before + step);
    await state('saved');
  }
  await input.send('Input.insertText', { text: '한' });

  assert.equal(await content().inputValue(), `${before}한`);
  await input.detach();
});

step('after a reload the list opens the same text', async () => {
  const wanted = { title: await title().inputValue(), content: await content().inputValue() };
  await page.reload();
  await title().waitFor();
  assert.equal(await title().inputValue(), '');
  await draftTotal().click();
  await page.locator('#drafts .row').first().waitFor();
  assert.equal(await page.locator('#drafts .row').count(), 1);
  await page.locator('#drafts .row-open').click();
  await state('saved');

  assert.equal(await title().inputValue(), wanted.title);
  assert.equal(await content().inputValue(), wanted.content);
});

step('all that one has written is taken along from the list', async () => {
  await draftTotal().click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('#drafts a[download]').click(),
  ]);
  await page.locator('#drafts [data-close]').click();

  assert.match(download.suggestedFilename(), /^chogo-kim-\d{4}-\d{2}-\d{2}\.zip$/);
  const zip = await readFile(await download.path());
  assert.ok(zip.includes('@kim/drafts/'), 'file names in a zip are not packed');
});

step('deleting takes it off the list and the count', async () => {
  const { status, body } = await deleteFirstDraft();

  assert.equal(status, 200);
  assert.equal(body, '{"success":true,"total":0}');
  assert.equal(await lastAnswer().textContent(), body);
  await countIs(0);
  assert.equal(await title().inputValue(), '');
});

step('a double click makes one draft', async () => {
  const posted = [];
  const listen = (request) => request.method() === 'POST' && posted.push(request.url());
  page.on('request', listen);
  await write(korean);
  await wire('POST', /^\/api\/drafts$/, () => save().dblclick());
  await state('saved');
  page.off('request', listen);

  assert.equal(posted.length, 1);
  await countIs(1);
});

step('a lost answer makes no second draft, even when more was written meanwhile', async () => {
  await newText();
  await write({ title: '답을 잃은 글', content: '첫 줄' });
  const keys = [];
  await page.route('**/api/drafts', async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    if (keys.length === 1) {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
  const lost = page.waitForEvent('requestfailed');
  await save().click();
  await lost;
  await notice('서버의 답을 받지 못했습니다').waitFor();
  await state('unsaved');
  await content().fill('첫 줄\n둘째 줄');
  const { request } = await wire('PATCH', /^\/api\/drafts\/\d+$/, () => save().click());
  await state('saved');
  await page.unroute('**/api/drafts');

  assert.equal(keys.length, 2);
  assert.equal(keys[0], keys[1]);
  assert.deepEqual(request.postDataJSON(), { content: '첫 줄\n둘째 줄', baseVersion: 1, explicit: true });
  await countIs(2);
  assert.deepEqual(complaints.heard.splice(0), [
    `console: Failed to load resource: net::ERR_CONNECTION_RESET ${base}/api/drafts`,
  ]);
  await deleteFirstDraft();
  await deleteFirstDraft();
});

step('an expired login keeps the text and saves it after signing in in place', async () => {
  const text = { title: '로그인이 끝난 뒤에도', content: `${korean.content}\n\n그대로 남아 있다.` };
  await write(text);
  await context.clearCookies();
  complaints.expect(401, '/api/drafts');
  await save().click();
  const again = page.locator('#sign-in-again');
  await again.waitFor();
  assert.equal(await again.locator('[name="handle"]').inputValue(), account.handle);
  assert.equal(await content().inputValue(), text.content);

  await again.locator('[name="password"]').fill(account.password);
  const { request, status } = await wire('POST', /^\/api\/drafts$/, () => again.locator('.primary').click());

  assert.equal(status, 201);
  assert.deepEqual(request.postDataJSON(), { ...text, format: 'markdown', explicit: true });
  await state('saved');
  assert.equal(await content().inputValue(), text.content);
  await countIs(1);
});

step('signing out in another tab stops this one until the same person is back', async () => {
  const sent = [];
  const listen = (request) => sent.push(request.url());
  const other = await context.newPage();
  await other.goto('/desk/');
  await other.locator('#editor').waitFor();
  page.on('request', listen);
  await other.locator('#sign-out').click();
  const again = page.locator('#sign-in-again');
  await notice('로그인이 끝났거나').waitFor();
  assert.equal(await again.isVisible(), false, 'no dialog catches what is being typed');
  await content().press('Control+End');
  await page.keyboard.type(' 탭이 둘이어도.');
  await save().click();
  await again.waitFor();
  assert.deepEqual(sent, [], 'whose draft it would be is not known');

  await again.locator('[name="password"]').fill(account.password);
  const { status } = await wire('PATCH', /^\/api\/drafts\/\d+$/, () => again.locator('.primary').click());
  assert.equal(status, 200);
  await state('saved');
  page.off('request', listen);
  await other.close();
});

step('a draft saved elsewhere changes under the hands of whoever has it open, and keeps their words', async () => {
  const { drafts } = await (await context.request.get('/api/drafts')).json();
  const path = `/api/drafts/${drafts[0].sequence}`;
  const before = await content().inputValue();
  await content().press('Control+End');
  await page.keyboard.type(' 이 기기에서 쓴 말.');
  await saveElsewhere(context, drafts[0].sequence, { content: `다른 기기에서 쓴 줄.\n${before}` });
  const both = `다른 기기에서 쓴 줄.\n${before} 이 기기에서 쓴 말.`;
  await page.waitForFunction((wanted) => document.querySelector('#editor [name="content"]').value === wanted, both);
  assert.equal(await content().evaluate((field) => field.selectionStart), both.length);
  await save().click();
  await state('saved');
  assert.equal((await (await context.request.get(path)).json()).draft.content, both);
});

step('a draft deleted elsewhere becomes a new one, and the page says so', async () => {
  const { drafts } = await (await context.request.get('/api/drafts')).json();
  const path = `/api/drafts/${drafts[0].sequence}`;
  complaints.expect(410, path);
  await context.request.delete(path);
  await notice('다른 곳에서 지워졌습니다').waitFor();
  await content().fill('지워진 초고에 이어 쓴 글');
  complaints.expect(410, path);
  const { request, status } = await wire('POST', /^\/api\/drafts$/, () => save().click());

  assert.equal(status, 201);
  assert.equal(request.postDataJSON().content, '지워진 초고에 이어 쓴 글');
  await notice('새 초고로 저장했습니다').waitFor();
  await state('saved');
  await deleteFirstDraft();
});

step('publishing sends the last keystroke, and the post is read without scripts', async () => {
  const text = {
    title: '한글 제목의 글 <b>굵게</b>',
    content: `${korean.content}\n\n<script>document.title = '들어왔다'</script>\n\n<img src="/missing.png" alt="" onerror="document.title = '들어왔다'">\n\n마지막 줄`,
  };
  await write(text);
  await save().click();
  await state('saved');
  await content().press('Control+End');
  await page.keyboard.type('과 마지막 글자');
  await page.locator('#publish').click();
  const patch = page.waitForRequest((request) => request.method() === 'PATCH');
  const publication = await wire('POST', /^\/api\/drafts\/\d+\/publication$/, () => page.locator('#publish-now').click());

  assert.ok((await patch).postDataJSON().content.endsWith('마지막 줄과 마지막 글자'));
  assert.equal(publication.status, 201);
  assert.equal(publication.response.headers().location, '/api/posts/1');
  assert.equal(publication.body, '{"success":true,"post":{"sequence":1},"total":1}');
  const link = page.locator('#published-link');
  await page.waitForFunction(() => document.getElementById('posts-total').textContent === '1');
  await page.waitForFunction(() => /\/@kim\/.+/.test(document.getElementById('published-link').href));
  await countIs(0);
  const url = await link.getAttribute('href');

  const reader = await browser.newContext({ baseURL: base, javaScriptEnabled: false });
  const post = await reader.newPage();
  const answer = await post.goto(url);
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()['content-type'], /^text\/html/);
  assert.equal(await post.locator('h1').textContent(), text.title);
  assert.match(await post.locator('.text').innerText(), /👨‍👩‍👧‍👦[^]*마지막 줄과 마지막 글자/);
  assert.equal(await post.locator('script, .text [onerror]').count(), 0);
  await post.goto('/');
  assert.equal(await post.locator('.posts h2 a').textContent(), text.title);
  await post.goto('/@kim/');
  assert.equal(await post.locator('.posts h2 a').getAttribute('href'), url);
  await reader.close();
});

step('a lost answer to a publication makes no second post', async () => {
  await page.locator('#publishing-after [data-close]').click();
  await write({ title: '한 번만 나갈 글', content: '두 번 눌러도 하나다.' });
  await save().click();
  await state('saved');
  const [{ sequence }] = (await (await context.request.get('/api/drafts')).json()).drafts;
  let sent = 0;
  await page.route('**/publication', async (route) => {
    sent += 1;
    if (sent === 1) {
      await route.fetch();
      await route.abort('connectionreset');
    } else {
      await route.continue();
    }
  });
  // The desk looks what became of its draft, perhaps once more when the stream tells of it.
  complaints.expect(410, `/api/drafts/${sequence}`);
  complaints.expect(410, `/api/drafts/${sequence}`);
  await page.locator('#publish').click();
  await page.locator('#publish-now').click();
  await page.locator('#publishing > [data-refusal]:not([hidden])').waitFor();
  const { status, body } = await wire('POST', /\/publication$/, () => page.locator('#publish-now').click());
  await page.unroute('**/publication');

  assert.equal(status, 201);
  assert.equal(body, '{"success":true,"post":{"sequence":2},"total":2}');
  await page.locator('#published-link').waitFor();
  await page.waitForFunction(() => document.getElementById('posts-total').textContent === '2');
  assert.equal(complaints.heard.splice(0).length, 1, 'the lost answer itself');
  const { post } = await (await context.request.get('/api/posts/2')).json();
  assert.equal(post.title, '한 번만 나갈 글');
  await context.request.delete('/api/posts/2');
});

step('nothing an author writes runs at a reader’s', async () => {
  const reader = await browser.newContext({ baseURL: base });
  const post = await reader.newPage();
  const heard = complaintsOf(post);
  heard.expect(404, '/missing.png');
  await post.goto('/');
  await post.goto(await post.locator('.posts h2 a').getAttribute('href'), { waitUntil: 'networkidle' });

  assert.match(await post.title(), /^한글 제목의 글/);
  assert.deepEqual(heard.heard, []);
  await reader.close();
});

step('a post is taken back to the desk and renewed under its address', async () => {
  await page.locator('#publishing-after [data-close]').click();
  await page.locator('#open-posts').click();
  await page.locator('#posts .row').waitFor();
  const url = await page.locator('#posts .row-open').getAttribute('href');
  const { status } = await wire('POST', /^\/api\/posts\/1\/draft$/, () => page.locator('#posts .row-edit').click());
  assert.equal(status, 201);
  await state('saved');
  assert.equal(await title().inputValue(), '한글 제목의 글 <b>굵게</b>');
  await countIs(1);

  await content().fill('고쳐 쓴 글');
  await page.locator('#publish').click();
  const publication = await wire('POST', /^\/api\/drafts\/\d+\/publication$/, () => page.locator('#publish-now').click());
  assert.equal(publication.status, 200);
  assert.equal(publication.body, '{"success":true,"post":{"sequence":1},"total":1}');
  await page.waitForFunction((wanted) => document.getElementById('published-link').href.endsWith(wanted), url);
  await countIs(0);
  await page.locator('#published-link').click();
  await page.waitForURL((address) => address.pathname.startsWith('/@kim/'));
  assert.match(await page.locator('.text').textContent(), /고쳐 쓴 글/);
});

for (const colorScheme of ['light', 'dark']) {
  step(`axe finds nothing in ${colorScheme}`, async () => {
    const visitor = await browser.newContext({ baseURL: base, colorScheme, reducedMotion: 'reduce' });
    const screen = await visitor.newPage();
    const check = async (name) => assert.deepEqual(await axeFindings(screen), [], `${name}, ${colorScheme}`);

    await screen.goto('/desk/');
    await screen.locator('#sign-in').waitFor();
    await check('sign-in');
    await screen.locator('[data-show="sign-up"]').click();
    await screen.locator('#sign-up .primary').click();
    await screen.locator('#sign-up .refusal:not([hidden])').first().waitFor();
    await check('sign-up, refused');

    await visitor.addCookies(await context.cookies());
    await screen.goto('/desk/');
    await screen.locator('#editor').waitFor();
    await check('desk, empty');
    await screen.locator('#editor [name="title"]').fill(korean.title);
    await screen.locator('#editor [name="content"]').fill(korean.content);
    await check('desk, unsaved');
    await screen.locator('#save').click();
    await screen.locator('#state[data-state="saved"]').waitFor();
    await check('desk, saved');
    for (const drawer of ['drafts', 'posts']) {
      await screen.locator(`#open-${drawer}`).click();
      await screen.locator(`#${drawer} .row`).first().waitFor();
      await check(drawer);
      await screen.locator(`#${drawer} [data-close]`).click();
    }
    await screen.locator('#publish').click();
    await check('publishing');
    await screen.locator('#publishing-before [data-close]').click();
    await visitor.clearCookies();
    await screen.locator('#save').click();
    await screen.locator('#sign-in-again').waitFor();
    await check('sign-in in place');

    for (const address of ['/', '/@kim/', '/@kim/없는-글']) {
      await screen.goto(address);
      await check(address);
    }
    await screen.goto('/');
    await screen.goto(await screen.locator('.posts h2 a').first().getAttribute('href'));
    await check('post');
    await visitor.close();
  });
}

step('the desk complained of nothing all the way', () => {
  assert.deepEqual(complaints.heard, []);
});
