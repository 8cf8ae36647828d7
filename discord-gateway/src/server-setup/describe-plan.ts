import type { ServerPlan, Step } from './plan-server';
import { namePermissions } from './required-permissions';

/** The plan in lines for an admin: `+` is made, `~` is changed, `=` is taken over, `!` should be known. */
export function describePlan({ steps, notices }: ServerPlan): string[] {
  return [...steps.flatMap(describeStep), ...notices.map((notice) => `! ${notice}`)];
}

function describeStep(step: Step): string[] {
  switch (step.kind) {
    case 'create-category':
      return [`+ category "${step.name}"`];
    case 'create-channel':
      return [
        `+ #${step.name}`,
        `    topic: ${quote(step.topic)}`,
        ...step.overwrites.map((one) => `    ${describeOverwrite(one)}`),
      ];
    case 'remember':
      return [`= ${step.name} is there already and is taken over (found by ${step.why})`];
    case 'change-channel': {
      const { name, topic, intoCategory } = step.changes;
      return [
        `~ #${step.channel.name}`,
        ...(name === undefined ? [] : [`    name: ${quote(step.channel.name)} -> ${quote(name)}`]),
        ...(topic === undefined ? [] : [`    topic: ${quote(step.channel.topic ?? '')} -> ${quote(topic)}`]),
        ...(intoCategory ? ['    moved into the category'] : []),
      ];
    }
    case 'permit':
      return [`~ #${step.channel.name}`, `    ${describeOverwrite(step.overwrite)}`];
    case 'explain':
      return [`+ pinned explanation in #${step.name}`];
    case 'change-explanation':
      return [`~ explanation in #${step.name}: the new text`];
    case 'pin':
      return [`~ explanation in #${step.name}: pinned`];
  }
}

function describeOverwrite({ name, allow, deny }: { name: string; allow: bigint; deny: bigint }): string {
  const said = [
    ...(allow === 0n ? [] : [`may ${namePermissions(allow).join(', ')}`]),
    ...(deny === 0n ? [] : [`may not ${namePermissions(deny).join(', ')}`]),
  ];
  return `${name}: ${said.join('; ')}`;
}

const quote = (text: string) => JSON.stringify(text);
