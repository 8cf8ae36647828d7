import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { world } from '../../../src/world';
import { type RunningRouting, startRouting } from '../start-routing';

const { accountSid } = world.twilio;
const [kim] = world.twilio.agents;
let running: RunningRouting;

beforeAll(async () => {
  running = await startRouting();
});
afterAll(() => running.stop());

const asAgent = (token = running.token) => ({
  authorization: `Basic ${Buffer.from(`token:${token}`).toString('base64')}`,
});

async function get(target: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${running.url}/__twilio/${target}`, { headers });
  return { status: answer.status, body: await answer.json() };
}

test('the configuration carries what the plugin needs, as it is now', async () => {
  const target = 'flex-api.twilio.com/v1/Configuration?UiVersion=2.17.1';
  expect((await get(target, asAgent())).body.ui_attributes.discord_channel).toBeUndefined();
  running.routing.setUiAttributes({ discord_channel: { functions_url: 'http://127.0.0.1:1' } });
  expect((await get(target, asAgent())).body).toMatchObject({
    account_sid: accountSid,
    taskrouter_workspace_sid: world.twilio.workspaceSid,
    ui_attributes: { version_compatibility: 'yes', discord_channel: { functions_url: 'http://127.0.0.1:1' } },
  });
});

test('the configuration is for agents, its public part for everybody', async () => {
  expect(await get('flex-api.twilio.com/v1/Configuration', asAgent('forged'))).toMatchObject({
    status: 401,
    body: { code: 20003 },
  });
  const { body } = await get(`flex-api.twilio.com/v1/Configuration/Public?AccountSid=${accountSid}`);
  expect(Object.keys(body)).toEqual(['account_sid', 'runtime_domain', 'public_attributes']);
});

test('Flex learns who its token belongs to', async () => {
  const info = (Token: string) =>
    fetch(`${running.url}/__twilio/flex-api.twilio.com/v1/Accounts/${accountSid}/Tokens/Info`, {
      method: 'POST',
      body: new URLSearchParams({ Token }),
    });
  expect(await (await info(running.token)).json()).toMatchObject({
    valid: true,
    identity: kim.identity,
    roles: ['agent'],
    worker_sid: kim.workerSid,
    flex_user_sid: kim.flexUserSid,
  });
  expect((await info('forged')).status).toBe(401);
});

/** Runs Twilio's validator, unmodified, in a process whose requests to Twilio are redirected. */
async function validate(token: string) {
  const program = `require('twilio-flex-token-validator')
    .validator(process.argv[1], '${accountSid}', '${running.authToken}')
    .then((result) => console.log(JSON.stringify({ result })), (reason) => console.log(JSON.stringify({ reason })))`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--require', join(__dirname, '../../../src/network/redirect-twilio.cjs'), '-e', program, token],
    { env: { ...process.env, SANDBOX_TWILIO_URL: running.url }, cwd: __dirname },
  );
  return JSON.parse(stdout);
}

test('the token validator of the Functions accepts a valid token and says whose it is', async () => {
  expect(await validate(running.token)).toMatchObject({
    result: { valid: true, identity: kim.identity, roles: ['agent'], worker_sid: kim.workerSid },
  });
});

test('the token validator refuses an expired token', async () => {
  const expired = running.tokens.issueToken(kim.identity, { roles: ['agent'], expiresAt: new Date(0) });
  expect(await validate(expired)).toEqual({ reason: 'Invalid Access Token' });
});

test('no e-mail is provisioned', async () => {
  const { status, body } = await get('flex-api.twilio.com/v1/account/provision/status', asAgent());
  expect([status, body.status]).toEqual([200, 'not-configured']);
});
