import { decodeButtonAction, type Presentation } from '@discord-channel/contracts';
import type { RememberedTurn } from '../store/remembered-turn';
import type { Turn } from './read-turn';

/** More of a player's words than this is of no use. In UTF-16 units. */
const maxLength = 400;

/**
 * What is to be remembered of a turn. What was shown is read from the answer itself, so that an answer which an earlier
 * try posted is remembered like any other.
 * @param query what was searched for, where something was
 */
export function rememberTurn(turn: Turn, answer: Presentation | undefined, query: string | null): RememberedTurn {
  const actions = (answer?.buttons ?? []).map(({ id, label }) => ({ action: decodeButtonAction(id), label }));
  const shownId = actions.flatMap(({ action }) => (action?.kind === 'helped' ? [action.articleId] : []))[0];
  return {
    kind: turn.kind,
    asked: 'text' in turn ? (turn.text?.slice(0, maxLength) ?? null) : null,
    query: query?.slice(0, maxLength) ?? null,
    articleId: 'articleId' in turn ? turn.articleId : null,
    offered: actions.flatMap(({ action, label }) =>
      action?.kind === 'show-article' ? [{ id: action.articleId, title: label }] : [],
    ),
    shown: answer?.article && shownId !== undefined ? [{ id: shownId, title: answer.article.title }] : [],
  };
}
