/** A moment in the worker's life as it is seen from outside. */
export type Moment =
  /** A request of the worker has arrived and nothing is done yet, or is done and the answer is on its way. */
  | { at: 'request' | 'answer'; method: string; path: string }
  /** A webhook is about to reach the worker, or the worker has answered it. */
  | { at: 'webhook' | 'webhook-answer' }
  /** The worker asks for a commit, or the database has committed and the answer is on its way. */
  | { at: 'commit' | 'committed'; statements: string };

/** What has to happen for a worker to come to a point: somebody writes, writes for the first time, or changes a message. */
export type Occasion = 'message' | 'first contact' | 'change';

export interface CrashPoint {
  name: string;
  occasion: Occasion;
  /** Whether a worker that stands by comes to it, too. */
  isOfStandBy?: boolean;
  isAt(moment: Moment): boolean;
}

const around = (name: string, route: RegExp, occasion: Occasion = 'message'): CrashPoint[] =>
  (['request', 'answer'] as const).map((at) => ({
    name: `${at === 'request' ? 'before' : 'after'} ${name}`,
    occasion,
    isAt: (moment) => moment.at === at && route.test(`${moment.method} ${moment.path}`),
  }));
const onCommit = (name: string, statements: RegExp, occasion: Occasion = 'message'): CrashPoint[] =>
  (['commit', 'committed'] as const).map((at) => ({
    name: `${at === 'commit' ? 'before' : 'after'} ${name}`,
    occasion,
    isAt: (moment) => moment.at === at && statements.test(moment.statements),
  }));

const ofStandBy = (points: readonly CrashPoint[]): CrashPoint[] =>
  points.map((point) => ({ ...point, isOfStandBy: true }));

/** Every point at which something is half done. The worker dies at each of them at least once in a run. */
export const crashPoints: readonly CrashPoint[] = [
  ...onCommit('storing events with their sequence', /insert into relay\.inbox/),
  ...around('creating a conversation', /^POST .*\/Conversations$/, 'first contact'),
  ...around('adding the player', /^POST .*\/Participants$/, 'first contact'),
  ...around('adding a webhook', /^POST .*\/Webhooks$/, 'first contact'),
  ...onCommit('recording an opened conversation', /set state = 'open'/, 'first contact'),
  ...around("posting the player's message", /^POST .*\/Conversations\/CH\w+\/Messages$/),
  ...onCommit('recording a posted message', /update relay\.inbox set state = 'done'/),
  ...ofStandBy([
    { name: 'before a webhook arrives', occasion: 'message', isAt: ({ at }) => at === 'webhook' },
    ...onCommit("storing an agent's message", /insert into relay\.outbox \([^)]* body,/),
    { name: 'after a webhook is answered', occasion: 'message', isAt: ({ at }) => at === 'webhook-answer' },
  ]),
  ...around('sending to the player', /^POST .*\/channels\/\d+\/messages$/),
  ...around('changing a message in the conversation', /^POST .*\/Messages\/IM\w+$/, 'change'),
  ...around('changing a message in the DM', /^(PATCH|DELETE) .*\/channels\/\d+\/messages\/\d+$/, 'change'),
  ...around('showing the agent what was delivered', /^POST .*\/Participants\/MB\w+$/),
];
