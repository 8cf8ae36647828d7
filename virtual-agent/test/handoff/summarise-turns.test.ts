import { summariseTurns } from '../../src/handoff/summarise-turns';
import type { RememberedTurn } from '../../src/store/remembered-turn';

const turn = (kind: RememberedTurn['kind'], changes: Partial<RememberedTurn> = {}): RememberedTurn => ({
  kind,
  asked: null,
  query: null,
  articleId: null,
  offered: [],
  shown: [],
  ...changes,
});
const password = { id: 'reset-password', title: 'Reset Password' };

test('an agent reads what was asked, offered, opened and of help', () => {
  expect(
    summariseTurns([
      turn('greeting', { asked: 'hello' }),
      turn('question', { asked: 'i forgot\nmy password', offered: [password, { id: 'p', title: 'Profile' }] }),
      turn('show-article', { articleId: password.id, shown: [password] }),
      turn('helped', { articleId: password.id }),
      turn('helped', { articleId: 'forged' }),
      turn('question', { asked: 'sword' }),
      turn('something-else'),
      turn('unreadable'),
    ]),
  ).toBe(`Before the hand-off:
- Asked: “i forgot my password”
  Offered: Reset Password, Profile
- Opened: Reset Password
- Said that it helped: Reset Password
- Asked: “sword”
  Nothing was found.
- Asked for something else
  There was nothing else.
- Sent something without words`);
});

test('nothing is said where nothing was asked', () => {
  expect(summariseTurns([])).toBeUndefined();
  expect(summariseTurns([turn('greeting', { asked: 'hi' })])).toBeUndefined();
});

test('the longest talk fits into a note', () => {
  const long = turn('question', { asked: 'x'.repeat(400), offered: Array(4).fill({ id: 'a', title: 'y'.repeat(80) }) });
  expect(summariseTurns(Array(50).fill(long))).toHaveLength(5_000);
});
