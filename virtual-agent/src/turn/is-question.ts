import { asksForAgent } from './agent-request';
import { readSmallTalk } from './read-small-talk';

/** False for a player's words that no article can answer: a wish for a person, a greeting, thanks. */
export function isQuestion(text: string): boolean {
  return !asksForAgent(text) && readSmallTalk(text) === undefined;
}
