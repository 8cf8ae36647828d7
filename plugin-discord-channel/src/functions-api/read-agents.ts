import type { Agent, AgentsResult } from './panel-result';
import { isObject, isText, parseAnswer, readRefusal } from './read-refusal';

const isAgent = (value: unknown): value is Agent => isObject(value) && isText(value.id) && isText(value.name);

/** Reads an answer that should be agents. @param status the HTTP status @param body the answer's text */
export function readAgents(status: number, body: string): AgentsResult {
  const answer = parseAnswer(body);
  if (status === 200 && isObject(answer) && Array.isArray(answer.agents) && answer.agents.every(isAgent)) {
    return { kind: 'agents', agents: answer.agents };
  }
  return readRefusal(status, body);
}
