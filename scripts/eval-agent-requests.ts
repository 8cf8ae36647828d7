import { parseArgs } from 'node:util';
import { type Measured, measureAgentRequests } from '../virtual-agent/evaluation/measure-agent-requests';
import { readLabelledMessages } from '../virtual-agent/evaluation/read-labelled-messages';

const usage = `Measures how well the virtual agent hears that a player asks for a person.

  npm run eval:agent-requests -- [--only-tuning] [--wrong]

  --only-tuning  leaves the half out that is set aside: for who works on the detector
  --wrong        names what was read wrongly, of the tuning half only
  --seed N       taken and ignored: nothing here is random

The last line is one JSON object.`;

/** `npm run eval:agent-requests`: a table with a row per language, and the figures of both halves. */
function main(): void {
  const { values } = parseArgs({
    options: {
      'only-tuning': { type: 'boolean', default: false },
      wrong: { type: 'boolean', default: false },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const messages = readLabelledMessages().filter(({ part }) => part === 'tuning' || !values['only-tuning']);
  const part = (name: string) => messages.filter((message) => message.part === name);
  console.log('language  tuning: recall  false   held out: recall  false');
  for (const language of new Set(messages.map((message) => message.language))) {
    const of = (name: string) => measureAgentRequests(part(name).filter((message) => message.language === language));
    console.log(
      `${language.padEnd(10)}${columns(of('tuning'))}${values['only-tuning'] ? '' : columns(of('held-out'))}`,
    );
  }
  const tuning = measureAgentRequests(part('tuning'));
  if (values.wrong) {
    for (const { language, asks, text } of tuning.wrong) {
      console.log(`${asks ? 'missed' : 'false '}  ${language.padEnd(6)} ${text}`);
    }
  }
  const heldOut = values['only-tuning'] ? null : figures(measureAgentRequests(part('held-out')));
  console.log(JSON.stringify({ ...figures(measureAgentRequests(messages)), tuning: figures(tuning), heldOut }));
}

function columns({ requests, others, recall, falseHandoffs }: Measured): string {
  return `${recall.toFixed(3)} of ${String(requests).padEnd(4)} ${falseHandoffs.toFixed(3)} of ${String(others).padEnd(6)}`;
}

function figures({ wrong, ...rest }: Measured): Omit<Measured, 'wrong'> & { wrong: number } {
  return { ...rest, wrong: wrong.length };
}

main();
