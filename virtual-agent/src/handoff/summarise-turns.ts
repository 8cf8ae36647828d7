import { caseLimits } from '@discord-channel/contracts';
import type { RememberedTurn } from '../store/remembered-turn';

/** A question longer than this is cut. In UTF-16 units. */
const maxQuestion = 200;

/**
 * What an agent should know of the talk before the hand-off: what the player asked, what was offered and shown for it,
 * what helped. Of a talk too long for a note, the end. Undefined when the player asked nothing before.
 */
export function summariseTurns(turns: readonly RememberedTurn[]): string | undefined {
  const shown = new Map(turns.flatMap((turn) => turn.shown.map(({ id, title }) => [id, title])));
  const described = turns.map((turn) => describe(turn, shown).join('\n')).filter((lines) => lines !== '');
  if (described.length === 0) return undefined;
  const from = (first: number) =>
    ['Before the hand-off:', ...(first > 0 ? ['…'] : []), ...described.slice(first)].join('\n');
  let first = 0;
  while (from(first).length > caseLimits.note) first += 1;
  return from(first);
}

function describe(turn: RememberedTurn, shown: ReadonlyMap<string, string>): string[] {
  switch (turn.kind) {
    case 'question':
      return [`- Asked: “${shorten(turn.asked ?? '')}”`, `  ${found(turn) || 'Nothing was found.'}`];
    case 'show-article':
      return turn.shown.length > 0 ? [`- Opened: ${titles(turn.shown)}`] : [];
    case 'something-else':
      return ['- Asked for something else', `  ${found(turn) || 'There was nothing else.'}`];
    case 'helped': {
      // The press of a button that was never shown says nothing.
      const title = shown.get(turn.articleId ?? '');
      return title === undefined ? [] : [`- Said that it helped: ${title}`];
    }
    case 'unreadable':
      return ['- Sent something without words'];
    default:
      return [];
  }
}

function found({ offered, shown }: RememberedTurn): string {
  if (shown.length > 0) return `Shown: ${titles(shown)}`;
  return offered.length > 0 ? `Offered: ${titles(offered)}` : '';
}

function titles(articles: RememberedTurn['shown']): string {
  return articles.map(({ title }) => title).join(', ');
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= maxQuestion ? line : `${line.slice(0, maxQuestion - 1)}…`;
}
