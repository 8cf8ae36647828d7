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

test('of the longest talk its end fits into a note, whole turn by whole turn', () => {
  const turns = Array.from({ length: 50 }, (_, number) =>
    turn('question', {
      asked: `${number} ${'x'.repeat(400)}`,
      offered: Array(4).fill({ id: 'a', title: 'y'.repeat(80) }),
    }),
  );
  const lines = summariseTurns([...turns, turn('question', { asked: 'last' })])?.split('\n') ?? [];
  expect(lines.join('\n').length).toBeLessThanOrEqual(5_000);
  expect(lines.join('\n').length).toBeGreaterThan(4_000);
  expect(lines.slice(0, 2)).toEqual(['Before the hand-off:', '…']);
  expect(lines[2]).toMatch(/^- Asked: “\d\d xx/);
  expect(lines.at(-2)).toBe('- Asked: “last”');
});
