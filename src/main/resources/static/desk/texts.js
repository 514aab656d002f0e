/** Every word the desk says, and how it says times. The next language is a second table beside this one. */

const korean = {
  chogo: '초고',
  doorLine: '쓰던 글을 두고 가는 책상',
  signIn: '로그인',
  signUp: '계정 만들기',
  signUpAndIn: '만들고 시작하기',
  signOut: '로그아웃',
  firstTime: '처음이신가요?',
  haveAccount: '이미 계정이 있나요?',
  handle: '아이디',
  handleHint: '2~32자의 영문 소문자, 숫자, 붙임표. 블로그 주소가 됩니다.',
  penName: '필명 (선택)',
  password: '비밀번호',
  passwordHint: '8자 이상 256자 이하.',
  code: '시작 코드',
  codeHint: '첫 계정은 서버가 시작할 때 화면에 찍은 코드를 아는 사람만 만들 수 있습니다.',
  signedUp: '계정을 만들었습니다. 이제 로그인하세요.',

  deskTitle: '글쓰기 책상',
  deskNavigation: '책상',
  toBlogHome: '초고, 블로그 첫 화면으로',
  toOwnBlog: (handle) => `내 블로그 @${handle}`,
  newText: '새 글',
  posts: '발행한 글',
  drafts: '임시저장 글',
  draftsOpen: (total) => `임시저장 글 ${total}개, 목록 열기`,

  yourText: '쓰는 글',
  format: '글의 형식',
  markdown: '마크다운',
  title: '제목',
  titlePlaceholder: '제목을 입력하세요',
  content: '본문',
  contentPlaceholder: '내용을 입력하세요',
  untitled: '(제목 없음)',

  save: '임시저장',
  publish: '발행',
  stateNew: '새 글',
  stateSaved: (when) => (when ? `저장됨 ${when}` : '저장됨'),
  'copy-none': '아직 저장되지 않음',
  'copy-kept': '이 기기에 저장됨',
  'copy-full': '이 기기에는 자리가 없어 저장하지 못함',
  'copy-shut': '이 브라우저가 저장을 막음',
  onServer: (length) => `서버에는 ${length}자까지`,
  nothingOnServer: '서버에는 아직 없음',
  'trouble-silent': '서버에 닿지 않음',
  'trouble-foreign': '서버가 답하지 못함',
  'trouble-failing': '서버가 저장하지 못함',
  'trouble-busy': '서버가 바쁨',
  'trouble-signed-out': '로그인이 끝남',
  'trouble-refused': '서버가 받지 않음',
  'trouble-unproven': '서버의 답이 글과 맞지 않음',
  'trouble-fault': '저장하다가 오류가 생김',
  signedOut: '로그인이 끝났거나 다른 사람으로 바뀌어 서버에 보내지 않습니다. 글은 계속 쓸 수 있고, 다시 로그인하면 저절로 저장됩니다.',

  offer: (title, when, length, others) =>
    `다 저장되기 전에 닫힌 글이 이 기기에 있습니다: ‘${title}’, ${when}에 쓴 ${length}자${others > 0 ? `, 그 밖에 ${others}개` : ''}.`,
  goOn: '이어 쓰기',
  throwAway: '이 기기에서 지우기',
  throwAwayQuestion: (title) => `이 기기에만 있는 ‘${title}’ 글을 지울까요? 되돌릴 수 없습니다.`,

  close: '닫기',
  closeNotice: '알림 닫기',
  cancel: '취소',
  later: '나중에',
  more: '더 보기',
  delete: '지우기',
  deleteNamed: (title) => `‘${title}’ 지우기`,
  onTheDesk: '쓰는 중',
  noDrafts: '임시저장한 글이 없습니다.',
  noPosts: '아직 발행한 글이 없습니다.',
  exportAll: '내 글 모두 내려받기 (ZIP)',
  takeBack: '고쳐 쓰기',
  takeBackNamed: (title) => `‘${title}’ 고쳐 쓰기`,

  deleteQuestion: (title) => `임시저장한 ‘${title}’ 글을 지울까요?`,
  unsavedQuestion: (titles) => `서버에 다 보내지 못한 글이 있습니다: ${titles}. 로그아웃하면 이 기기의 사본을 어떻게 할까요?`,
  wipeAndLeave: '지우고 로그아웃',
  keepAndLeave: '이 기기에 두고 로그아웃',

  publishQuestion: (title) => `‘${title}’ 글을 지금 발행할까요? 화면에 보이는 그대로 저장한 다음 발행합니다.`,
  publishNow: '지금 발행',
  publishing: '발행하는 중…',
  published: (title) => `‘${title}’ 글을 발행했습니다.`,
  readPost: '글 보기',
  writeNext: '새 글 쓰기',
  publishStopped: '발행하지 않았습니다. 글은 화면에 그대로 있습니다.',
  publishStoppedByOthers: '발행하지 않았습니다. 그 사이에 다른 곳에서 바뀐 내용이 있으니, 화면의 글을 확인하고 다시 발행하세요.',

  signInAgain: '다시 로그인해 주세요',
  signInAgainLine: '로그인이 끝났습니다. 쓰던 글은 화면에 그대로 있고, 로그인하면 하던 일을 이어서 합니다.',

  forked: (left, sequence) =>
    `같은 곳이 다른 곳에서도 고쳐져서 두 글을 모두 두었습니다. 그쪽 글은 초고 ${left}번에 그대로 있고, 이 기기에서 쓴 글은 초고 ${sequence}번입니다.`,
  compare: '나란히 보기',
  theirs: (sequence, when) => `초고 ${sequence}번 · ${when} 저장`,
  theirContent: '다른 초고의 본문',
  goneElsewhere: (published) =>
    `열어 둔 초고가 다른 곳에서 ${published ? '발행되었습니다' : '지워졌습니다'}. 글은 화면에 그대로 있고, 이어 쓰면 새 초고가 됩니다.`,
  movedToNew: '열어 둔 초고는 이미 지워졌거나 발행되었습니다. 쓰던 글은 새 초고로 저장했습니다.',
  goneFromList: '그 사이에 바뀐 글이어서 지우지 않았습니다. 목록을 다시 읽었습니다.',

  noAnswer: '서버의 답을 받지 못했습니다. 글은 화면에 그대로 있으니 잠시 뒤에 다시 해 보세요.',
  unproven: '서버가 저장했다는 글이 보낸 글과 다릅니다. 글은 이 기기에 그대로 있고, 다시 보내 봅니다.',
  foreignAnswer: (status) => `초고가 아닌 무언가가 ${status}로 답했습니다. 글은 화면에 그대로 있습니다.`,
  refused: (detail) => `서버가 거절했습니다. ${detail}`,
  fieldEmpty: '비어 있습니다.',
  fieldInvalid: (detail) => `규칙에 맞지 않습니다: ${detail}`,

  exchanges: '주고받은 말',
  exchangesLine: '화면이 청하고 서버가 답한 그대로입니다.',
  exchangesOpen: '주고받은 말 펼치기: ',
  exchangeNone: '답 없음',
  exchangeCut: (length) => `… (모두 ${length}자)`,
};

/** Refusals a person can meet, by the last part of their problem's type; the service itself speaks English. */
const koreanRefusals = {
  'wrong-credentials': '아이디나 비밀번호가 맞지 않습니다.',
  'not-signed-in': '로그인하지 않아 서버에 보내지 않았습니다. 글은 화면에 그대로 있습니다.',
  'account-deleted': '지워진 계정입니다.',
  'cross-site': '다른 사이트에서 온 요청으로 보여 거절되었습니다. 프록시 뒤라면 chogo.url 설정을 확인하세요.',
  'sign-up-closed': '이 서버는 지금 새 계정을 받지 않습니다.',
  'code-needed': '서버가 시작할 때 찍은 코드가 필요합니다.',
  'handle-taken': '이미 있는 아이디입니다.',
  'too-many-attempts': '너무 여러 번 시도했습니다. 잠시 뒤에 다시 해 보세요.',
  'not-here': '그런 글이 없습니다.',
  deleted: '이미 지워진 글입니다.',
  published: '이미 발행된 글입니다.',
  'body-too-large': '글이 너무 커서 서버가 받지 않습니다.',
  'idempotency-key-in-use': '앞선 저장이 아직 끝나지 않았습니다. 잠시 뒤에 다시 눌러 주세요.',
  'not-durable': '서버의 디스크가 글을 받지 못했습니다. 글은 화면에 그대로 있으니 다시 저장해 주세요.',
  unavailable: '서버의 데이터베이스가 답하지 않습니다. 글은 화면에 그대로 있으니 다시 저장해 주세요.',
  unforeseen: '서버에서 예상하지 못한 일이 생겼습니다. 글은 화면에 그대로 있으니 다시 해 보세요.',
};

/** What a field must be where that is fixed; other limits are settings, and the service's words name them. */
const koreanRules = {
  '/handle': '2~32자의 영문 소문자, 숫자, 붙임표로 지어 주세요.',
  '/password': '8자 이상 256자 이하로 정해 주세요.',
};

export const language = 'ko';

/** The text of a key; a key that is missing says its own name, so that it is seen. */
export function text(key, ...values) {
  const found = korean[key];
  return typeof found === 'function' ? found(...values) : (found ?? key);
}

/** What a refusal says to a person: in their language where it is known, else in the service's own words. */
export function refusalText(refusal) {
  return koreanRefusals[refusal.kind] ?? text('refused', refusal.message);
}

/** The same for one field. */
export function faultText(refusal, { pointer, detail }, value) {
  if (refusal.kind !== 'invalid') {
    return koreanRefusals[refusal.kind] ?? detail;
  }
  return value === '' ? text('fieldEmpty') : (koreanRules[pointer] ?? text('fieldInvalid', detail));
}

/** Writes the texts into the markup below `root`: `data-text="key"`, or `data-text="attribute:key"`. */
export function writeTexts(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    const [key, attribute] = element.dataset.text.split(':').reverse();
    if (attribute) {
      element.setAttribute(attribute, text(key));
    } else {
      element.textContent = text(key);
    }
  }
  for (const template of root.querySelectorAll('template')) {
    writeTexts(template.content);
  }
}

const hour = new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric' });
const year = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric' });
const figures = new Intl.NumberFormat(language);

/** `오후 3:04` today, `11월 21일 오후 3:04` this year, with the year before that. */
export function when(time) {
  const then = new Date(time);
  const now = new Date();
  if (then.toDateString() === now.toDateString()) {
    return hour.format(then);
  }
  const date = then.getFullYear() === now.getFullYear() ? day : year;
  return `${date.format(then)} ${hour.format(then)}`;
}

/** A count, with its thousands set apart. */
export function count(number) {
  return figures.format(number);
}
