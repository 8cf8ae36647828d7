import { createFlexTokenVerifier } from '../../src/panel/verify-flex-token';

const start = Date.parse('2026-11-21T12:00:00Z');
const validResult = {
  valid: true,
  code: 0,
  message: null,
  expiration: new Date(start + 3_600_000).toISOString(),
  realm_user_id: 'kim@example.com',
  identity: 'kim_40example_2Ecom',
  roles: ['agent'],
  worker_sid: `WK${'1'.repeat(32)}`,
};

function verifier(answer: (token: string) => Promise<unknown>) {
  const asked: string[] = [];
  const clock = { now: start };
  const verify = createFlexTokenVerifier({
    validate: (token) => {
      asked.push(token);
      return answer(token);
    },
    now: () => clock.now,
  });
  return { verify, asked, clock };
}

test('a valid token tells who the agent is', async () => {
  const { verify } = verifier(async () => validResult);
  expect(await verify('token')).toEqual({
    kind: 'valid',
    agent: {
      identity: 'kim_40example_2Ecom',
      name: 'kim@example.com',
      roles: ['agent'],
      workerSid: validResult.worker_sid,
    },
  });
});

test('Twilio is asked once a minute for a token, and for each token', async () => {
  const { verify, asked, clock } = verifier(async () => validResult);
  await verify('a');
  await verify('a');
  await verify('b');
  clock.now += 59_999;
  await verify('a');
  expect(asked).toEqual(['a', 'b']);
  clock.now += 1;
  await verify('a');
  expect(asked).toEqual(['a', 'b', 'a']);
});

test('a token is not good past its expiry, cached or not', async () => {
  const expiration = new Date(start + 10_000).toISOString();
  const { verify, clock } = verifier(async () => ({ ...validResult, expiration }));
  expect(await verify('token')).toMatchObject({ kind: 'valid' });
  clock.now += 10_000;
  expect(await verify('token')).toEqual({ kind: 'invalid' });
});

test('an expiry that cannot be read counts as past', async () => {
  const { verify } = verifier(async () => ({ ...validResult, expiration: 'soon' }));
  expect(await verify('token')).toEqual({ kind: 'invalid' });
});

test('a token that Twilio refuses is not remembered as good', async () => {
  let refuse = true;
  const { verify } = verifier(() => (refuse ? Promise.reject('Token is not valid') : Promise.resolve(validResult)));
  expect(await verify('token')).toEqual({ kind: 'invalid' });
  refuse = false;
  expect(await verify('token')).toMatchObject({ kind: 'valid' });
});

test.each([
  'getaddrinfo ENOTFOUND iam.twilio.com',
  'connect ECONNREFUSED 127.0.0.1:443',
  'socket hang up',
  'Unexpected token < in JSON at position 0',
])('"%s" is trouble, not a bad token', async (reason) => {
  const { verify } = verifier(() => Promise.reject(reason));
  expect(await verify('token')).toEqual({ kind: 'unavailable', reason });
});

test('an answer of another shape is not a valid token', async () => {
  const { verify } = verifier(async () => ({ valid: true }));
  expect(await verify('token')).toEqual({ kind: 'invalid' });
});

test('a validation without an end is given up', async () => {
  jest.useFakeTimers();
  try {
    const { verify } = verifier(() => new Promise(() => {}));
    const verified = verify('token');
    await jest.advanceTimersByTimeAsync(4_000);
    expect(await verified).toEqual({ kind: 'unavailable', reason: 'the validation timed out' });
  } finally {
    jest.useRealTimers();
  }
});
