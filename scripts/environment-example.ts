import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { gatewayEnvironment } from '../discord-gateway/src/config';
import { functionsConfigSchema } from '../serverless/src/config';

/** Each part's variables, as its own schema describes them. `.env.example` is this, in writing. */
const examples: readonly { file: string; title: string; schema: z.ZodObject }[] = [
  { file: 'discord-gateway/.env.example', title: 'The worker (discord-gateway)', schema: gatewayEnvironment },
  { file: 'serverless/.env.example', title: 'The Functions (serverless)', schema: functionsConfigSchema },
];

function render(title: string, schema: z.ZodObject): string {
  const variables = Object.entries(schema.shape).map(([name, field]) => {
    const optional = field.safeParse(undefined);
    const value = optional.success && optional.data !== undefined ? String(optional.data) : '';
    const need = optional.success ? 'optional' : 'required';
    return `# ${field.description ?? ''} (${need})\n${name}=${value}\n`;
  });
  return `# ${title}. Generated from its config schema by scripts/environment-example.ts.\n\n${variables.join('\n')}`;
}

const checking = process.argv.includes('--check');
for (const { file, title, schema } of examples) {
  const path = join(__dirname, '..', file);
  const wanted = render(title, schema);
  if (!checking) writeFileSync(path, wanted);
  else if (readFileSync(path, 'utf8') !== wanted) {
    console.error(`${file} is not what the schema says: run \`npx tsx scripts/environment-example.ts\`.`);
    process.exitCode = 1;
  }
}
