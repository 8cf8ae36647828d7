import { studioFunctions } from '@discord-channel/contracts';
import flow from '../../studio/discord-channel.json';
import { type FlowValues, MissingFlowValueError, renderFlow } from '../../studio/render-flow';

const sid = (prefix: string) => `${prefix}${'1'.repeat(32)}`;
const values: FlowValues = {
  FUNCTIONS_URL: 'https://discord-channel-1234.twil.io',
  FUNCTIONS_SERVICE_SID: sid('ZS'),
  FUNCTIONS_ENVIRONMENT_SID: sid('ZE'),
  ON_MESSAGE_FUNCTION_SID: sid('ZH'),
  OPEN_CASE_FUNCTION_SID: sid('ZH'),
  HANDOFF_FAILED_FUNCTION_SID: sid('ZH'),
  WORKFLOW_SID: sid('WW'),
  CHAT_CHANNEL_SID: sid('TC'),
};
const rendered = renderFlow(flow, values);

interface Transition {
  event: string;
  next?: string;
  conditions?: { arguments: string[]; friendly_name: string; type: string; value: string }[];
}
const state = (name: string) => {
  const found = rendered.states.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`The flow has no widget ${name}`);
  return {
    ...found,
    transitions: found.transitions as Transition[],
    properties: found.properties as Record<string, unknown>,
  };
};
const next = (name: string, event: string) =>
  state(name)
    .transitions.filter((way) => way.event === event)
    .map((way) => way.next);

/** Events by widget, and what a widget cannot do without: https://www.twilio.com/docs/studio/rest-api/v2/schemas */
const widgets: Record<string, { events: string[]; required: string[]; allowed: string[] }> = {
  trigger: {
    events: ['incomingMessage', 'incomingCall', 'incomingConversationMessage', 'incomingRequest', 'incomingParent'],
    required: [],
    allowed: ['offset'],
  },
  'split-based-on': { events: ['match', 'noMatch'], required: ['input'], allowed: ['offset'] },
  'run-function': {
    events: ['success', 'fail'],
    required: ['url', 'parameters', 'service_sid', 'environment_sid', 'function_sid'],
    allowed: ['offset'],
  },
  'send-to-flex': {
    events: ['callComplete', 'failedToEnqueue', 'callFailure'],
    required: ['workflow', 'channel', 'attributes', 'priority', 'timeout'],
    allowed: ['offset'],
  },
};

describe('the flow is one that Studio takes', () => {
  test('as a whole', () => {
    expect(Object.keys(rendered).sort()).toEqual(['description', 'flags', 'initial_state', 'states']);
    expect(rendered.flags).toEqual({ allow_concurrent_calls: true });
    expect(state(rendered.initial_state).type).toBe('trigger');
    expect(new Set(rendered.states.map(({ name }) => name)).size).toBe(rendered.states.length);
  });

  test.each(rendered.states.map(({ name }) => name))('widget %s', (name) => {
    const { type, properties, transitions } = state(name);
    const widget = widgets[type];
    if (!widget) throw new Error(`${type} is not known`);
    expect(transitions.filter(({ event }) => !widget.events.includes(event))).toEqual([]);
    for (const event of widget.events) expect(transitions.map((way) => way.event)).toContain(event);
    for (const property of widget.required) expect(properties).toHaveProperty(property);
    expect(Object.keys(properties).filter((key) => ![...widget.required, ...widget.allowed].includes(key))).toEqual([]);
    const names = rendered.states.map((each) => each.name);
    expect(
      transitions.flatMap((way) => (way.next ? [way.next] : [])).filter((target) => !names.includes(target)),
    ).toEqual([]);
    for (const { event, conditions } of transitions) {
      expect(conditions !== undefined && conditions.length > 0).toBe(event === 'match');
      for (const condition of conditions ?? []) {
        expect(condition).toEqual({
          friendly_name: expect.any(String),
          arguments: [properties.input],
          type: expect.stringMatching(/^(equal_to|starts_with|is_blank)$/),
          value: expect.any(String),
        });
      }
    }
  });
});

describe('a message', () => {
  test('of the player, or of an author that Twilio does not name, is answered; any other ends', () => {
    expect(next('Trigger', 'incomingConversationMessage')).toEqual(['split_on_author']);
    expect(next('split_on_author', 'match')).toEqual(['on_message', 'on_message']);
    expect(next('split_on_author', 'noMatch')).toEqual([undefined]);
    const [player] = state('split_on_author').transitions.filter(({ event }) => event === 'match');
    expect(player?.conditions?.[0]).toMatchObject({ type: 'starts_with', value: 'discord_' });
  });

  test('that asks for an agent goes to Flex, with a way back at each step', () => {
    expect(next('split_on_outcome', 'match')).toEqual(['open_case']);
    expect(next('split_on_outcome', 'noMatch')).toEqual([undefined]);
    expect(next('open_case', 'success')).toEqual(['send_to_flex']);
    for (const [name, event] of [
      ['open_case', 'fail'],
      ['send_to_flex', 'failedToEnqueue'],
      ['send_to_flex', 'callFailure'],
    ] as const) {
      expect(next(name, event)).toEqual(['handoff_failed']);
    }
  });

  test('calls the Functions by the paths that they have', () => {
    const urls = rendered.states.flatMap(({ name }) =>
      state(name).type === 'run-function' ? [state(name).properties.url] : [],
    );
    expect(urls.sort()).toEqual(
      Object.values(studioFunctions)
        .map((path) => `${values.FUNCTIONS_URL}${path}`)
        .sort(),
    );
  });
});

describe('filling in an account’s values', () => {
  test('leaves no placeholder, and Studio’s own templates as they are', () => {
    expect(JSON.stringify(rendered)).not.toMatch(/\$\{/);
    expect(state('send_to_flex').properties).toMatchObject({
      workflow: values.WORKFLOW_SID,
      channel: values.CHAT_CHANNEL_SID,
      attributes: '{{widgets.open_case.parsed.taskAttributes | to_json}}',
    });
  });

  test('takes a value as it is, whatever is in it', () => {
    const url = 'https://example.com/"quoted"\\$&';
    expect(JSON.stringify(renderFlow(flow, { ...values, FUNCTIONS_URL: url }))).toContain(
      JSON.stringify(`${url}/studio/on-message`),
    );
  });

  test('fails on every value that is missing', () => {
    const { WORKFLOW_SID, ...others } = values;
    const incomplete = { ...others, CHAT_CHANNEL_SID: '' } as FlowValues;
    expect(WORKFLOW_SID).toBeDefined();
    expect(() => renderFlow(flow, incomplete)).toThrow(new MissingFlowValueError(['WORKFLOW_SID', 'CHAT_CHANNEL_SID']));
  });
});
