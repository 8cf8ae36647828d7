import { asksForAgent } from '../src/turn/agent-request';
import type { LabelledMessage } from './read-labelled-messages';

export interface Measured {
  requests: number;
  others: number;
  /** Share of the requests that were heard. */
  recall: number;
  /** Share of the other messages that were taken for requests. */
  falseHandoffs: number;
  wrong: LabelledMessage[];
}

/** Has the detector read each message. */
export function measureAgentRequests(messages: readonly LabelledMessage[]): Measured {
  const wrong = messages.filter(({ text, asks }) => asksForAgent(text) !== asks);
  const requests = messages.filter(({ asks }) => asks).length;
  const others = messages.length - requests;
  const missed = wrong.filter(({ asks }) => asks).length;
  return {
    requests,
    others,
    recall: share(requests - missed, requests),
    falseHandoffs: share(wrong.length - missed, others),
    wrong,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}
