import type { RememberedTurn } from '../store/remembered-turn';

/** After so many turns in a row that did not help, an agent is offered. */
const unhelpfulTurns = 3;

/** Articles that the player has seen as a card in this conversation. */
export function shownArticles(turns: readonly RememberedTurn[]): ReadonlySet<string> {
  return new Set(turns.flatMap(({ shown }) => shown.map(({ id }) => id)));
}

/** Articles shown or offered since the last question: none of them is "something else". */
export function articlesSinceQuestion(turns: readonly RememberedTurn[]): ReadonlySet<string> {
  const question = turns.findLastIndex(({ kind }) => kind === 'question');
  const since = turns.slice(Math.max(0, question));
  return new Set(since.flatMap(({ shown, offered }) => [...shown, ...offered].map(({ id }) => id)));
}

/** What the player asked last, as it was searched for. */
export function lastQuery(turns: readonly RememberedTurn[]): string | null {
  return turns.findLast(({ kind }) => kind === 'question')?.query ?? null;
}

/**
 * True when this turn is the third in a row, or the sixth, that did not help: nothing was found, something else was
 * asked for, or the choices were passed over for another question.
 */
export function isAgentDue(turns: readonly RememberedTurn[]): boolean {
  let unhelpful = 0;
  for (const [index, turn] of turns.entries()) {
    if (turn.kind === 'greeting') continue;
    if (isUnhelpful(turn, turns[index - 1])) unhelpful += 1;
    else unhelpful = 0;
  }
  return unhelpful > 0 && unhelpful % unhelpfulTurns === 0;
}

function isUnhelpful({ kind, offered, shown }: RememberedTurn, before: RememberedTurn | undefined): boolean {
  if (kind === 'helped' || kind === 'thanks' || kind === 'agent-request') return false;
  if (kind === 'something-else' || (shown.length === 0 && offered.length === 0)) return true;
  return kind === 'question' && before?.kind === 'question' && before.offered.length > 0 && before.shown.length === 0;
}
