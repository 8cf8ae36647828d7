import RestException from 'twilio/lib/base/RestException';
import { TwilioThrottled, twilioFailure } from '../../src/twilio/twilio-failure';

const answer = (statusCode: number, code?: number) =>
  new RestException({ statusCode, body: JSON.stringify({ message: 'no', code }), headers: {}, toString: () => '' });

test.each<[string, unknown, unknown]>([
  ['a closed conversation', answer(400, 50377), { kind: 'refused', status: 400, code: 50377 }],
  ['a refusal without a code', answer(404), { kind: 'refused', status: 404, code: 404 }],
  ['overload', new TwilioThrottled(2_000), { kind: 'not-now', code: 'twilio-throttled', retryAfterMs: 2_000 }],
  ['wrong credentials, which an operator mends', answer(401, 20003), { kind: 'not-now', code: 'http-401' }],
  ['a server error', answer(503), { kind: 'unknown-outcome', code: 'http-503' }],
  [
    'a time-out',
    Object.assign(new Error('timeout'), { code: 'ECONNABORTED' }),
    { kind: 'unknown-outcome', code: 'ECONNABORTED' },
  ],
  [
    'a broken connection',
    Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
    { kind: 'unknown-outcome', code: 'ECONNRESET' },
  ],
  ['an error of the database', Object.assign(new Error('gone'), { code: '57P01' }), undefined],
  ['a defect of ours', new TypeError('x is not a function'), undefined],
])('%s', (_name, error, failure) => {
  expect(twilioFailure(error)).toEqual(failure);
});
