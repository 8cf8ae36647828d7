import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Account,
  basicCredentials,
  readForm,
  readJson,
  requireAccount,
  serveHost,
  unauthenticated,
} from '../rest/serve-host';
import { invalidParameter, notFound } from '../rest/twilio-rest-error';
import type { UnhandledRequests } from '../rest/unhandled-requests';
import type { TaskRouter } from '../task-router/task-router';
import { flexConfiguration } from './flex-configuration';
import type { FlexToken, FlexTokens } from './flex-tokens';

/** Features that an admin has switched on in the Console: transferring and leaving a chat. */
const features = ['new-transfer-experience', 'leave-pause-resume-all-digital-channels'];

export interface FlexApiDeps extends Account {
  taskRouter: TaskRouter;
  tokens: FlexTokens;
  chatServiceSid: string;
  flexInstanceSid: string;
  startedAt: Date;
  /** `ui_attributes` as they are now: deploying a plugin or its settings changes them. */
  uiAttributes: () => Readonly<Record<string, unknown>>;
  /** The Serverless services that hold plugins; deploying one adds its own. */
  serverlessServiceSids: readonly string[];
  /** Takes what an admin or a deploy tool writes into the project's configuration. */
  updateConfiguration: (changes: ConfigurationChanges) => void;
  unhandled: UnhandledRequests;
  /** Further routes of flex-api.twilio.com: one host is registered once. */
  alsoOnFlexApi: (scope: FastifyInstance) => void;
}

const configurationChanges = z.strictObject({
  account_sid: z.string(),
  ui_attributes: z.record(z.string(), z.unknown()).optional(),
  serverless_service_sids: z.array(z.string().regex(/^ZS[0-9a-f]{32}$/)).optional(),
});
export type ConfigurationChanges = Omit<z.infer<typeof configurationChanges>, 'account_sid'>;

/**
 * What Flex UI asks at its start beside TaskRouter and Conversations: the project's configuration, who the token
 * belongs to, and a handful of answers without which it logs errors. And the token check of iam.twilio.com that
 * `twilio-flex-token-validator` makes for the Functions.
 */
export function registerFlexApi(app: FastifyInstance, deps: FlexApiDeps): void {
  const { unhandled, accountSid } = deps;
  const configuration = () =>
    flexConfiguration({
      workspace: deps.taskRouter.workspace,
      chatServiceSid: deps.chatServiceSid,
      flexInstanceSid: deps.flexInstanceSid,
      uiAttributes: deps.uiAttributes(),
      serverlessServiceSids: deps.serverlessServiceSids,
      createdAt: deps.startedAt,
    });

  serveHost(app, {
    host: 'flex-api.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.get('/v1/Configuration', async (request) => {
        requireAgentOrAccount(request, deps);
        return configuration();
      });
      scope.post('/v1/Configuration', async (request) => {
        requireAccount(request, deps);
        const { account_sid, ...changes } = readConfigurationChanges(request);
        if (account_sid !== accountSid) throw invalidParameter(`account_sid ${account_sid} is not this account`);
        deps.updateConfiguration(changes);
        return configuration();
      });
      // Asked before login: says nothing that is not public.
      scope.get('/v1/Configuration/Public', async () => {
        const { runtime_domain, public_attributes } = configuration();
        return { account_sid: accountSid, runtime_domain, public_attributes };
      });
      scope.post<{ Params: { accountSid: string } }>('/v1/Accounts/:accountSid/Tokens/Info', async (request) => {
        if (request.params.accountSid !== accountSid) throw notFound(`/Accounts/${request.params.accountSid}`);
        const token = deps.tokens.readToken(readForm(request, ['Token', 'Fingerprint']).Token ?? '');
        if (!token) throw unauthenticated();
        return { ...describeToken(deps, token), flex_user_sid: flexUserSid(deps, token.identity) };
      });
      // Which kinds of transfer agents have.
      scope.get('/v3/Instances/:instanceSid/TransferSettings', async () => ({
        transfer_settings: [{ enabled: true, transfer_notes_enabled: false, ai_summary_enabled: false }],
      }));
      // Whether supervisors see the teams that they lead, or everybody.
      scope.get('/v1/Instances/:instanceSid/Teams/Context', async () => ({ team_setup_complete: false }));
      scope.get('/v1/account/provision/status', async () => ({
        status: 'not-configured',
        url: 'https://flex-api.twilio.com/v1/account/provision/status',
      }));
      deps.alsoOnFlexApi(scope);
    },
  });

  serveHost(app, {
    host: 'iam.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.post<{ Params: { accountSid: string } }>('/v1/Accounts/:accountSid/Tokens/validate', async (request) => {
        requireAccount(request, deps);
        const { token } = (readJson(request) ?? {}) as { token?: unknown };
        const valid = deps.tokens.readToken(String(token));
        return valid
          ? describeToken(deps, valid)
          : { valid: false, code: 20101, message: 'Invalid Access Token', identity: null, roles: [], worker_sid: null };
      });
    },
  });

  serveHost(app, {
    host: 'flex.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.get('/api/v1/Session', async () => ({
        features: features.map((id) => ({ id, name: id, description: '', stage: 'ga', enabled: true })),
      }));
      // Features in beta, asked one by one.
      scope.get('/api/v1/Features/:feature', async () => ({ enabled: false }));
    },
  });

  serveHost(app, {
    host: 'assets.flex.twilio.com',
    unhandled,
    routes: (scope) => {
      scope.get('/assets/countries.json', async () => []);
      scope.get('/assets/flagPositions.json', async () => ({}));
    },
  });
}

/** The body is JSON; flex-plugin-scripts writes the same fields as a form, lists repeated. */
function readConfigurationChanges(request: FastifyRequest) {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  const form = new URLSearchParams(String(request.body ?? ''));
  const body = isForm
    ? { ...Object.fromEntries(form), serverless_service_sids: form.getAll('serverless_service_sids') }
    : readJson(request);
  const read = configurationChanges.safeParse(body);
  if (!read.success) throw invalidParameter(z.prettifyError(read.error));
  return read.data;
}

function describeToken(deps: FlexApiDeps, token: FlexToken) {
  return {
    valid: true,
    code: 0,
    message: null,
    identity: token.identity,
    roles: token.roles,
    worker_sid: deps.taskRouter.workerOfIdentity(token.identity)?.sid ?? null,
    // The name that the agent logs in with at the company's identity provider.
    realm_user_id: agentOf(deps, token.identity)?.email ?? token.identity,
    expiration: token.expiresAt.toISOString(),
  };
}

function flexUserSid(deps: FlexApiDeps, identity: string): string | null {
  return agentOf(deps, identity)?.flexUserSid ?? null;
}

/** Flex presents `token:<its token>`, the product the account's own credentials. */
function requireAgentOrAccount(request: FastifyRequest, deps: FlexApiDeps): void {
  const { user, password } = basicCredentials(request);
  if (user === 'token' ? deps.tokens.readToken(password) === undefined : true) requireAccount(request, deps);
}

function agentOf(deps: FlexApiDeps, identity: string) {
  return deps.taskRouter.workspace.agents.find((agent) => agent.identity === identity);
}
