import { validateFlow } from '../../../src/twilio/studio/validate-flow';

const trigger = { name: 'Trigger', type: 'trigger', properties: {}, transitions: [] as object[] };
const flow = (...states: object[]) => ({ description: '', initial_state: 'Trigger', states: [trigger, ...states] });
const split = (change: object) => ({
  name: 'split',
  type: 'split-based-on',
  properties: { input: '{{trigger.conversation.Author}}' },
  transitions: [{ event: 'noMatch' }],
  ...change,
});

test('a sound flow passes', () => {
  expect(validateFlow(flow(split({}))).states).toHaveLength(2);
});

test.each<[string, unknown, RegExp]>([
  ['no states', {}, /no states/],
  ['no first widget', { ...flow(), initial_state: 'Start' }, /initial_state/],
  ['two of one name', flow(split({}), split({})), /same name/],
  ['an unknown widget', flow(split({ type: 'say-play' })), /no widget of type say-play/],
  ['a missing property', flow(split({ properties: {} })), /split: the property input is missing/],
  ['a way to nowhere', flow(split({ transitions: [{ event: 'noMatch', next: 'x' }] })), /leads to x/],
  ['an unknown event', flow(split({ transitions: [{ event: 'success' }] })), /no event success/],
  ['a match without conditions', flow(split({ transitions: [{ event: 'match' }] })), /needs conditions/],
  [
    'an unknown condition',
    flow(split({ transitions: [{ event: 'match', conditions: [{ arguments: [''], type: 'like', value: '' }] }] })),
    /no condition like/,
  ],
  ['a filter that is not known', flow(split({ properties: { input: '{{a | upcase}}' } })), /cannot render/],
  ['a tag', flow(split({ properties: { input: '{% if a %}' } })), /no Liquid tags/],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of a flow that was never filled in.
  ['an unfilled placeholder', flow(split({ properties: { input: '${AUTHOR}' } })), /AUTHOR\} was left unfilled/],
])('refused: %s', (_, definition, message) => {
  expect(() => validateFlow(definition)).toThrow(message);
});
