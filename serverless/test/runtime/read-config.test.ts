import { readConfig } from '../../src/runtime/read-config';
import type { FunctionContext } from '../../src/runtime/twilio-runtime';

const sid = (prefix: string) => `${prefix}${'1'.repeat(32)}`;
const complete = {
  ACCOUNT_SID: sid('AC'),
  AUTH_TOKEN: 'very-secret',
  DATABASE_URL: 'postgres://user:very-secret@db.example/app?sslmode=verify-full',
  TWILIO_STUDIO_FLOW_SID: sid('FW'),
  TWILIO_WORKSPACE_SID: sid('WS'),
  TWILIO_WORKFLOW_SID: sid('WW'),
};
const read = (variables: Record<string, string>) => readConfig(variables as unknown as FunctionContext);

test('what is optional has a default or is left out, the rest has to be given', () => {
  expect(read(complete)).toEqual({
    ...complete,
    FLEX_ORIGIN: 'https://flex.twilio.com',
    LANGUAGE_MODEL_TIMEOUT_MS: 4_000,
    ANSWER_FROM_CONFIDENCE: 0.58,
    OFFER_FROM_CHANCE: 0.25,
  });
});

test('every variable that is missing or wrong is named, with where to get it, and no value is shown', () => {
  const { TWILIO_WORKFLOW_SID, ...others } = complete;
  const wrong = { ...others, TWILIO_STUDIO_FLOW_SID: TWILIO_WORKFLOW_SID, DATABASE_URL: 'mysql://very-secret' };
  expect(() => read(wrong)).toThrow(/TWILIO_WORKFLOW_SID is missing\. SID of the TaskRouter workflow/);
  expect(() => read(wrong)).toThrow(/TWILIO_STUDIO_FLOW_SID is not valid/);
  expect(() => read(wrong)).toThrow(/DATABASE_URL is not valid: must begin with postgres:/);
  expect(() => read(wrong)).not.toThrow(/very-secret/);
});
