import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type FlowValues, renderFlow } from '../serverless/studio/render-flow';

const usage = `Prints the Studio flow for your account, ready for \`twilio api:studio:v2:flows:create --definition\`.

  npm run --silent studio:flow -- --functions-url https://discord-channel-1234.twil.io \\
    --service ZS... --environment ZE... --on-message ZH... --open-case ZH... --handoff-failed ZH... \\
    --workflow WW... --task-channel TC...`;

/** Where each value of the flow comes from on the command line. */
const options = {
  'functions-url': 'FUNCTIONS_URL',
  service: 'FUNCTIONS_SERVICE_SID',
  environment: 'FUNCTIONS_ENVIRONMENT_SID',
  'on-message': 'ON_MESSAGE_FUNCTION_SID',
  'open-case': 'OPEN_CASE_FUNCTION_SID',
  'handoff-failed': 'HANDOFF_FAILED_FUNCTION_SID',
  workflow: 'WORKFLOW_SID',
  'task-channel': 'CHAT_CHANNEL_SID',
} as const satisfies Record<string, keyof FlowValues>;

function main(): void {
  const { values } = parseArgs({
    options: Object.fromEntries(Object.keys(options).map((name) => [name, { type: 'string' as const }])),
  });
  const missing = Object.keys(options).filter((name) => !values[name]);
  if (missing.length > 0) throw new Error(`Missing: ${missing.map((name) => `--${name}`).join(', ')}\n\n${usage}`);
  const flow: unknown = JSON.parse(readFileSync(join(__dirname, '../serverless/studio/discord-channel.json'), 'utf8'));
  const given = Object.fromEntries(Object.entries(options).map(([name, value]) => [value, values[name]]));
  console.log(JSON.stringify(renderFlow(flow, given as unknown as FlowValues)));
}

try {
  main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
