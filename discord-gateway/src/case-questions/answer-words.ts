/** How players say in words that a case can be closed, in every language that they are asked in. */
const close = [
  'close, closed, close it, solved, resolved, fixed, it is solved',
  'fermer, fermé, clore, clôturer, résolu, c’est résolu',
  'zamknij, zamknąć, zamknięte, rozwiązane, rozwiązana',
  'クローズ, 閉じる, 閉じて, 解決, 解決済み, 解決しました',
  '关闭, 關閉, 已解决, 已解決, 解决了, 解決了',
  'إغلاق, أغلق, أغلقه, تم الحل, حلت, تم',
];

/** How they say that it is still a problem. */
const elevate = [
  'elevate, still a problem, not solved, not fixed, unsolved, it is still a problem',
  'escalader, toujours un problème, pas résolu, non résolu',
  'eskaluj, eskalować, nadal mam problem, nadal problem, nierozwiązane',
  'エスカレート, エスカレーション, まだ困っています, 未解決, 解決していません',
  '升级, 升級, 仍有问题, 仍有問題, 还有问题, 還有問題, 没解决, 未解决',
  'تصعيد, صعد, المشكلة قائمة, لم تحل, لا تزال المشكلة قائمة',
];

const wishes = new Map([
  ...wordsOf(close).map((word) => [word, 'close'] as const),
  ...wordsOf(elevate).map((word) => [word, 'elevate'] as const),
]);

/** Longer than any of these answers: what is longer says something else. */
const maxLength = 40;

/** What a player may mean who writes this behind a question; undefined when it is no answer to either. */
export function readAnswerWords(text: string): 'close' | 'elevate' | { score: number } | undefined {
  if (text.length > maxLength) return undefined;
  const said = plain(text);
  const [, digit] =
    /^([1-5])(?:\/5)?$/.exec(said.replace(/[٠-٩]/g, (arabic) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(arabic)))) ?? [];
  return digit === undefined ? wishes.get(said) : { score: Number(digit) };
}

function wordsOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(', ').map(plain));
}

/** Without capitals, accents, widths and the marks around it: people type answers in haste. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ł', 'l');
}
