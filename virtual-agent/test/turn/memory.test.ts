import type { RememberedTurn } from '../../src/store/remembered-turn';
import { articlesSinceQuestion, isAgentDue, lastQuery, shownArticles } from '../../src/turn/memory';

const a = { id: 'a', title: 'A' };
const turn = (kind: RememberedTurn['kind'], changes: Partial<RememberedTurn> = {}): RememberedTurn => ({
  kind,
  asked: null,
  query: null,
  articleId: null,
  offered: [],
  shown: [],
  ...changes,
});
const nothing = turn('question');
const choices = turn('question', { offered: [a] });
const opened = turn('show-article', { shown: [a] });
const other = turn('something-else', { offered: [a] });

test.each([
  ['three questions that found nothing', [nothing, nothing, nothing], true],
  ['two', [nothing, nothing], false],
  ['a fourth: it was said just now', [nothing, nothing, nothing, nothing], false],
  ['a sixth', Array(6).fill(nothing), true],
  ['an article in between', [nothing, nothing, opened, nothing], false],
  ['an article that was not it', [nothing, nothing, opened, other, other, other], true],
  ['choices passed over three times', [choices, choices, choices, choices], true],
  ['choices passed over twice', [choices, choices, choices], false],
  ['thanks in between', [nothing, nothing, turn('thanks'), nothing], false],
  ['a greeting, which counts for nothing', [nothing, nothing, turn('greeting'), nothing], true],
  ['help', [nothing, nothing, nothing, turn('helped')], false],
  ['no turn at all', [], false],
])('after %s an agent is offered: %s', (_, turns, due) => {
  expect(isAgentDue(turns)).toBe(due);
});

test('what was shown and offered, and what was asked last, are known', () => {
  const turns = [
    turn('question', { query: 'one', offered: [{ id: 'x', title: 'X' }] }),
    opened,
    turn('question', { query: 'two', offered: [{ id: 'b', title: 'B' }] }),
    turn('show-article', { shown: [{ id: 'c', title: 'C' }] }),
  ];
  expect([...shownArticles(turns)]).toEqual(['a', 'c']);
  expect([...articlesSinceQuestion(turns)]).toEqual(['b', 'c']);
  expect(lastQuery(turns)).toBe('two');
  expect(lastQuery([])).toBeNull();
});
