/**
 * Pictures of every screen, at 1280 and 390 wide, light and dark, in target/screens:
 * `CHOGO_URL=… node screens.mjs`, against a service with an empty data folder.
 */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { base, launch, saveElsewhere } from './browser.mjs';

const folder = fileURLToPath(new URL('../../../target/screens/', import.meta.url));
const account = { handle: 'kim', name: '김초고', password: '글을 쓰는 밤 2026' };
const widths = { 1280: 800, 390: 844 };

const walk = `비가 그치고 나서야 밖으로 나갔다. 골목 끝의 **세탁소**는 벌써 불을 켰고, 젖은 아스팔트 위로 간판 글씨가 거꾸로 흘렀다. 🌧️

## 걸음의 속도

걷는 속도로 생각한다는 말을 이제 조금 알 것 같다. 서두르면 문장이 짧아지고, 멈추면 문장도 멈춘다.

> 초고는 남에게 보이려고 쓰는 글이 아니다.
> 무엇을 쓰려는지 스스로 알아내려고 쓰는 글이다.

- 우산을 두고 나왔다
- \`산책.md\`를 새로 만들었다
- 다시 돌아갈 길은 정하지 않았다

\`\`\`java
var draft = drafts.save(new DraftForm("비 온 뒤", content)); // 한 줄이 길어도 글의 폭은 그대로이고 코드만 옆으로 움직인다
\`\`\`

| 길 | 걸음 | 마음 |
| --- | --- | --- |
| 천변 | 3,200 | 가볍다 |
| 시장 | 1,150 | 배고프다 |

집에 와서 이 글을 적는다. 내일 다시 읽고 고칠 것이다.`;

const finished = [
  { title: '가나다라마바사', content: '아자차카타파하. 첫 글은 시험 삼아 써 본다.' },
  { title: '가까운 사람에게', content: '비밀번호를 아는 사람만.', visibility: 'protected', password: '열려라' },
  { title: '비 온 뒤의 산책', content: walk, tags: ['산책', '비'] },
];

const unfinished = [
  { title: '', content: '제목은 나중에. 버스 안에서 들은 말을 잊기 전에 적어 둔다.' },
  { title: '아주 긴 제목이 붙은 글은 목록에서 어떻게 보이는지 보려고 일부러 길게 지은 제목', content: '첫머리 🌱' },
  { title: '서른 번째 도서관', content: '서가 사이에서 길을 잃는 일에 대하여. 분류 기호는 지도이고, 지도는 언제나 조금씩 틀린다.' },
];

await mkdir(folder, { recursive: true });
const browser = await launch();
try {
  await picturesOfTheDoor();
  const cookies = await write();
  await picturesOfTheDesk(cookies);
  await picturesOfTheBlog();
} finally {
  await browser.close();
}

async function eachLook(cookies, take) {
  for (const [width, height] of Object.entries(widths)) {
    for (const colorScheme of ['light', 'dark']) {
      const context = await browser.newContext({
        baseURL: base,
        viewport: { width: Number(width), height },
        colorScheme,
        reducedMotion: 'reduce',
      });
      await context.addCookies(cookies);
      const page = await context.newPage();
      await take(page, (name, options) =>
        page.screenshot({ path: `${folder}${name}-${width}-${colorScheme}.png`, ...options }),
      );
      await context.close();
    }
  }
}

async function picturesOfTheDoor() {
  await eachLook([], async (page, picture) => {
    await page.goto('/desk/');
    await page.locator('#sign-in').waitFor();
    await picture('door-sign-in');
    await page.locator('[data-show="sign-up"]').click();
    await page.locator('#sign-up [name="handle"]').fill('Kim!');
    await page.locator('#sign-up [name="password"]').fill('짧다');
    await page.locator('#sign-up .primary').click();
    await page.locator('#sign-up .at-field').first().waitFor();
    await picture('door-sign-up-refused');
  });
}

/** Signs up and fills the desk and the blog through the API, as any client would. */
async function write() {
  const context = await browser.newContext({ baseURL: base });
  const post = async (path, data) => {
    const answer = await context.request.post(path, { data });
    if (!answer.ok()) {
      throw new Error(`${path}: ${answer.status()} ${await answer.text()} (the data folder must be empty)`);
    }
    return answer.json();
  };
  await post('/api/accounts', account);
  await post('/api/session', { handle: account.handle, password: account.password });
  for (const text of finished) {
    const { draft } = await post('/api/drafts', text);
    await post(`/api/drafts/${draft.sequence}/publication`, {});
  }
  for (const text of unfinished) {
    await post('/api/drafts', text);
  }
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}

async function picturesOfTheDesk(cookies) {
  await eachLook(cookies, async (page, picture) => {
    const title = page.locator('#editor [name="title"]');
    const content = page.locator('#editor [name="content"]');
    const save = page.locator('#save');
    const state = (name) => page.locator(`#state[data-state="${name}"]`).waitFor();

    await page.goto('/desk/');
    await title.waitFor();
    await picture('desk-empty');

    await title.fill('비 온 뒤의 산책');
    await content.fill(walk);
    await state('unsaved');
    await picture('desk-unsaved');
    await save.click();
    await state('saved');
    await picture('desk-saved');
    if (page.viewportSize().width < 600) {
      await page.locator('#exchanges-ticker').click();
      await picture('desk-exchanges');
      await page.locator('#exchanges-ticker').click();
    }

    await title.fill('가'.repeat(201));
    await save.click();
    await page.locator('.at-field').waitFor();
    await picture('desk-refused');
    await title.fill('비 온 뒤의 산책');

    await page.locator('#open-drafts').click();
    await page.locator('#drafts .row').first().waitFor();
    await picture('drafts');
    await page.locator('#drafts .row-delete').first().click();
    await picture('question');
    await page.keyboard.press('Escape');
    await page.locator('#drafts [data-close]').click();
    await page.locator('#open-posts').click();
    await page.locator('#posts .row').first().waitFor();
    await picture('posts');
    await page.locator('#posts [data-close]').click();
    await page.locator('#publish').click();
    await picture('publishing');
    await page.locator('#publishing [data-close]').first().click();

    const [{ sequence }] = (await (await page.request.get('/api/drafts?limit=1')).json()).drafts;
    await page.context().setOffline(true);
    await content.fill(walk.replace('비가 그치고', '이 기기에서 고쳐 쓴 글. 비가 그치고'));
    await page.locator('#state', { hasText: '서버에 닿지 않음' }).waitFor();
    await picture('desk-offline');
    const elsewhere = walk.replace('비가 그치고', '다른 기기에서 고쳐 쓴 글. 비가 그치고');
    await saveElsewhere(page.context(), sequence, { content: elsewhere });
    await page.context().setOffline(false);
    await page.locator('.notice button', { hasText: '나란히 보기' }).click();
    await page.locator('#theirs').waitFor();
    await picture('desk-forked');

    await page.context().clearCookies();
    await content.fill(`${walk}\n\n그리고 한 줄 더.`);
    await page.locator('#state', { hasText: '로그인이 끝남' }).waitFor();
    await picture('desk-signed-out');
    await save.click();
    await page.locator('#sign-in-again').waitFor();
    await picture('sign-in-again');

    await page.context().addCookies(cookies);
    await page.goto('/desk/');
    await page.locator('.notice button', { hasText: '이어 쓰기' }).waitFor();
    await picture('desk-offer');
    const { drafts } = await (await page.request.get('/api/drafts?limit=2')).json();
    await Promise.all(drafts.map((draft) => page.request.delete(`/api/drafts/${draft.sequence}`)));
  });
}

async function picturesOfTheBlog() {
  await eachLook([], async (page, picture) => {
    await page.goto('/');
    await picture('blog-home', { fullPage: true });
    await page.goto(await page.locator('.posts h2 a').first().getAttribute('href'));
    await picture('blog-post', { fullPage: true });
    await page.goto(`/@${account.handle}/`);
    await picture('blog-author', { fullPage: true });
    await page.goto(`/@${account.handle}/가까운-사람에게`);
    await page.locator('.password input').fill('닫혀라');
    await page.locator('.password button').click();
    await page.locator('.wrong').waitFor();
    await picture('blog-password');
    await page.goto(`/@${account.handle}/없는-글`);
    await picture('blog-not-found');
  });
}
