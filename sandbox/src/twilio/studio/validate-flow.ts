import { conditionTypes } from './evaluate-condition';
import type { FlowDefinition, FlowState, FlowTransition } from './flow-definition';
import { requireSupportedTemplate } from './render-template';

/** A flow that Studio, or the emulator, would not run. The message lists every problem. */
export class InvalidFlow extends Error {
  readonly code = 'invalid-flow';
  constructor(readonly problems: readonly string[]) {
    super(`The flow cannot be run:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/** Per widget type: the properties it cannot do without, and the events it may leave by. */
const widgetTypes: Readonly<Record<string, { properties: readonly string[]; events: readonly string[] }>> = {
  trigger: {
    properties: [],
    events: ['incomingMessage', 'incomingCall', 'incomingConversationMessage', 'incomingRequest', 'incomingParent'],
  },
  'split-based-on': { properties: ['input'], events: ['match', 'noMatch'] },
  'run-function': { properties: ['url'], events: ['success', 'fail'] },
  'set-variables': { properties: ['variables'], events: ['next'] },
  'send-to-flex': {
    properties: ['workflow', 'channel', 'attributes'],
    events: ['callComplete', 'failedToEnqueue', 'callFailure'],
  },
};

/**
 * Checks a flow's structure: known widgets with their properties, transitions to widgets that exist, conditions
 * and templates that can be evaluated.
 * @throws InvalidFlow listing all that is wrong.
 */
export function validateFlow(definition: unknown): FlowDefinition {
  const flow = definition as Partial<FlowDefinition> | null;
  if (!Array.isArray(flow?.states)) throw new InvalidFlow(['The definition has no states']);
  const states: readonly FlowState[] = flow.states;
  const names = new Set(states.map(({ name }) => name));
  const problems = states.flatMap((state) => problemsOfState(state, names).map((text) => `${state.name}: ${text}`));
  if (names.size !== states.length) problems.push('Two widgets have the same name');
  if (!names.has(flow.initial_state ?? '')) problems.push('initial_state names no widget');
  for (const [placeholder] of JSON.stringify(states).matchAll(/\$\{\w+\}/g)) {
    problems.push(`The placeholder ${placeholder} was left unfilled`);
  }
  if (problems.length > 0) throw new InvalidFlow(problems);
  return flow as FlowDefinition;
}

function problemsOfState(state: FlowState, names: ReadonlySet<string>): string[] {
  const type = widgetTypes[state.type];
  if (!type) return [`the emulator runs no widget of type ${state.type}`];
  if (!Array.isArray(state.transitions)) return ['it has no transitions'];
  return [
    ...type.properties
      .filter((property) => state.properties?.[property] === undefined)
      .map((property) => `the property ${property} is missing`),
    ...state.transitions.flatMap(({ event, next, conditions = [] }: FlowTransition) => [
      ...(type.events.includes(event) ? [] : [`it has no event ${event}`]),
      ...(next === undefined || names.has(next) ? [] : [`${event} leads to ${next}, which does not exist`]),
      ...(event === 'match' && conditions.length === 0 ? ['a match needs conditions'] : []),
      ...conditions
        .filter((condition) => !conditionTypes.includes(condition.type))
        .map((condition) => `there is no condition ${condition.type}`),
    ]),
    ...problemsOfTemplates({ properties: state.properties, transitions: state.transitions }),
  ];
}

function problemsOfTemplates(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(problemsOfTemplates);
  if (typeof value !== 'string') return [];
  try {
    requireSupportedTemplate(value);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}
