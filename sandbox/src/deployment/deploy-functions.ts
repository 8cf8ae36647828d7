import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { world } from '../world';
import { checkFunctions, type DeployedFunctions } from './check-functions';
import type { DeployContext } from './deploy-context';

const databasePassword = 'pw-of-the-functions';

/** Functions, flow, and the Functions again with the flow's SID: the admin guide's order. */
export async function deployFunctions(
  context: DeployContext,
): Promise<{ functions: DeployedFunctions; flow: unknown }> {
  const { clone, commands, run, target, step } = context;
  const folder = join(clone, 'serverless');
  const environment: Record<string, string> = {
    ACCOUNT_SID: world.twilio.accountSid,
    AUTH_TOKEN: context.authToken,
    DATABASE_URL: `postgres://channel_functions:${databasePassword}@db.example.com:6543/channel?sslmode=verify-full`,
    TWILIO_STUDIO_FLOW_SID: `FW${'0'.repeat(32)}`,
    TWILIO_WORKSPACE_SID: world.twilio.workspaceSid,
    TWILIO_WORKFLOW_SID: world.twilio.workflow.sid,
    FLEX_ORIGIN: 'https://flex.twilio.com',
  };
  const sources = readdirSync(join(folder, 'src/functions'), { recursive: true, encoding: 'utf8' });
  const deploy = commands.find('cd serverless && twilio serverless:deploy');
  const check = () =>
    checkFunctions(target.twilio.deployed.serverless, {
      sources: sources.filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/')),
      environment: readEnvironment(join(folder, '.env')),
      forbidden: [...context.forbidden, databasePassword],
      lockFile: join(clone, 'package-lock.json'),
    });

  await step('twilio serverless:deploy uploads the Functions', async () => {
    await run(commands.find('cp serverless/.env.example serverless/.env'));
    fillIn(join(folder, '.env'), environment);
    await run(deploy);
    check();
  });
  const flow = await step('the flow is rendered with the deployed SIDs and published', async () => {
    const values = await lookUpSids(context);
    await run(fillPlaceholders(commands.find('npm run --silent studio:flow'), values));
    await run(commands.find('twilio api:studio:v2:flows:create'));
    const [published, ...others] = target.twilio.deployed.flows;
    assert.ok(published?.status === 'published' && others.length === 0, 'not exactly one flow was published');
    const text = JSON.stringify(published.definition);
    for (const value of Object.values(values)) assert.ok(text.includes(value), `the flow does not name ${value}`);
    environment.TWILIO_STUDIO_FLOW_SID = published.sid;
    return published.definition;
  });
  const functions = await step('a second deployment gives the Functions the flow’s SID', async () => {
    fillIn(join(folder, '.env'), environment);
    await run(deploy);
    return check();
  });
  return { functions, flow };
}

/** Writes values into an environment file; each must be asked for there. */
function fillIn(file: string, values: Readonly<Record<string, string>>): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const [name, value] of Object.entries(values)) {
    const index = lines.findIndex((line) => line.startsWith(`${name}=`));
    assert.ok(index >= 0, `.env.example does not ask for ${name}`);
    lines[index] = `${name}=${value}`;
  }
  writeFileSync(file, lines.join('\n'));
}

/** The variables an environment file sets: those with defaults too, and not those it leaves empty. */
function readEnvironment(file: string): Record<string, string> {
  const values = Object.entries(parseEnv(readFileSync(file, 'utf8')));
  return Object.fromEntries(values.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

interface Listed {
  sid: string;
  friendlyName?: string;
  uniqueName?: string;
  domainName?: string;
}

/** The SIDs as the documented look-ups print them, by the option of `studio:flow` that takes them. */
async function lookUpSids({ commands, run }: DeployContext): Promise<Record<string, string>> {
  const list = async (start: string, service = '') => {
    const command = commands.find(start).replace('ZS...', service);
    return JSON.parse(await run(`${command} -o json`)) as Listed[];
  };
  const service = (await list('twilio api:serverless:v1:services:list')).find(
    ({ uniqueName }) => uniqueName === 'discord-channel',
  );
  assert.ok(service, 'the service is not in the list');
  const [environment] = await list('twilio api:serverless:v1:services:environments:list', service.sid);
  const functions = await list('twilio api:serverless:v1:services:functions:list', service.sid);
  const sidOf = (name: string) => functions.find(({ friendlyName }) => friendlyName === `/studio/${name}`)?.sid ?? '';
  return {
    '--functions-url': `https://${environment?.domainName}`,
    '--service': service.sid,
    '--environment': environment?.sid ?? '',
    '--on-message': sidOf('on-message'),
    '--open-case': sidOf('open-case'),
    '--handoff-failed': sidOf('handoff-failed'),
    '--workflow': world.twilio.workflow.sid,
    '--task-channel': world.twilio.taskChannel.sid,
  };
}

/** `--service ZS...` becomes `--service` with the value. @throws AssertionError for an option without one. */
function fillPlaceholders(command: string, values: Readonly<Record<string, string>>): string {
  return command.replace(/(--[a-z-]+) (\S+)/g, (text, option: string) => {
    if (option === '--silent') return text;
    assert.ok(values[option], `no value for ${option}`);
    return `${option} ${values[option]}`;
  });
}
