import { functionsConfigSchema } from '../../src/config';
import { openAnswerer } from '../../src/studio/open-answerer';

const dependencies = {
  logger: { info: () => {}, warn: () => {}, error: () => {} },
  monotonicNow: () => 0,
};
const variables = functionsConfigSchema.pick({
  LANGUAGE_MODEL_URL: true,
  LANGUAGE_MODEL_NAME: true,
  LANGUAGE_MODEL_API_KEY: true,
  LANGUAGE_MODEL_TIMEOUT_MS: true,
});

test('no language model is asked unless one is configured', () => {
  expect(openAnswerer(variables.parse({}), dependencies)).toBeUndefined();
  expect(openAnswerer(variables.parse({ LANGUAGE_MODEL_NAME: 'small' }), dependencies)).toBeUndefined();
});

test('an address and a name configure one; an address alone is refused by name', () => {
  const url = { LANGUAGE_MODEL_URL: 'https://models.example/v1' };
  expect(openAnswerer(variables.parse({ ...url, LANGUAGE_MODEL_NAME: 'small' }), dependencies)).toBeDefined();
  expect(() => openAnswerer(variables.parse(url), dependencies)).toThrow(/LANGUAGE_MODEL_NAME is missing/);
});

test.each([
  ['LANGUAGE_MODEL_URL', 'file:///etc/passwd'],
  ['LANGUAGE_MODEL_URL', 'models.example'],
  ['LANGUAGE_MODEL_TIMEOUT_MS', '9000'],
])('%s does not take %s', (name, value) => {
  expect(variables.safeParse({ [name]: value }).success).toBe(false);
});
