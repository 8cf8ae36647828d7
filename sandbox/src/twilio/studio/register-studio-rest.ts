import type { FastifyInstance } from 'fastify';
import { newSid } from '../rest/new-sid';
import { type Account, readForm, requireAccount, serveHost } from '../rest/serve-host';
import { invalidParameter, TwilioRestError } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import type { Studio } from './create-studio';
import { InvalidFlow, validateFlow } from './validate-flow';

/** A flow that was made through the API. */
export interface PublishedFlow {
  sid: string;
  friendly_name: string;
  status: 'draft' | 'published';
  revision: number;
  definition: unknown;
}

export interface StudioRestDeps extends Account {
  studio: Pick<Studio, 'publishFlow'>;
  /** Every flow that was made, in the order of making. */
  flows: PublishedFlow[];
  unhandled: UnhandledRequests;
}

const fields = ['FriendlyName', 'Status', 'Definition', 'CommitMessage'];

/** studio.twilio.com: flows as an admin publishes them. https://www.twilio.com/docs/studio/rest-api/v2/flow */
export function registerStudioRest(app: FastifyInstance, deps: StudioRestDeps): void {
  const { accountSid, flows, studio } = deps;
  const json = (flow: PublishedFlow) => ({
    account_sid: accountSid,
    author_sid: null,
    commit_message: null,
    date_created: new Date().toISOString(),
    date_updated: new Date().toISOString(),
    errors: [],
    warnings: [],
    links: {},
    url: `https://studio.twilio.com/v2/Flows/${flow.sid}`,
    valid: true,
    webhook_url: `https://webhooks.twilio.com/v1/Accounts/${accountSid}/Flows/${flow.sid}`,
    ...flow,
  });
  const publish = (flow: PublishedFlow) => {
    if (flow.status === 'published') studio.publishFlow(flow.sid, flow.definition);
    return json(flow);
  };
  serveHost(app, {
    host: 'studio.twilio.com',
    unhandled: deps.unhandled,
    routes: (scope) => {
      scope.addHook('preHandler', async (request) => requireAccount(request, deps));
      scope.post('/v2/Flows', async (request, reply) => {
        const flow = { sid: newSid('FW'), revision: 1, ...readFlow(readForm(request, fields)) };
        flows.push(flow);
        return reply.code(201).send(publish(flow));
      });
    },
  });
}

function readFlow({ FriendlyName, Status, Definition }: Readonly<Record<string, string>>) {
  if (!FriendlyName) throw invalidParameter('FriendlyName is missing');
  if (Status !== 'draft' && Status !== 'published') throw invalidParameter('Status must be draft or published');
  try {
    return {
      friendly_name: FriendlyName,
      status: Status as PublishedFlow['status'],
      definition: validateFlow(JSON.parse(Definition ?? '')),
    };
  } catch (error) {
    const reason = error instanceof InvalidFlow ? error.message : 'Definition is not valid JSON';
    // 20001 with what is wrong: what Studio answers to a definition that it would not run.
    throw new TwilioRestError(400, 20001, reason);
  }
}
