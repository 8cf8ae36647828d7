import { findRequest, panelFunctions } from '@discord-channel/contracts';
import { createFindClient } from '../../src/functions-api/find-client';
import { sampleIdea, sampleSummary } from '../cases-view/find-server';

function clientWith(status: number, body: unknown) {
  const calls: { url: string; form: URLSearchParams }[] = [];
  const client = createFindClient({
    readConnection: () => ({ functionsUrl: 'https://functions.example', token: 'token' }),
    wait: async () => {},
    fetch: async (input, init) => {
      calls.push({ url: String(input), form: new URLSearchParams(String(init?.body)) });
      return { status, text: async () => JSON.stringify(body) } as Response;
    },
  });
  return { client, calls };
}

describe('finding cases and ideas', () => {
  it('asks at their own paths, in the contract’s shape', async () => {
    const { client, calls } = clientWith(200, { items: [], next: null });
    await client.findCases({ search: 'a & b', before: 7 });
    await client.findFeatureRequests({ search: '' });
    expect(calls.map(({ url }) => url)).toEqual([
      `https://functions.example${panelFunctions.findCases}`,
      `https://functions.example${panelFunctions.findFeatureRequests}`,
    ]);
    expect(findRequest.parse(JSON.parse(calls[0]?.form.get('Payload') ?? ''))).toEqual({ search: 'a & b', before: 7 });
  });

  it('hands on a page', async () => {
    const cases = await clientWith(200, { items: [sampleSummary()], next: 1042 }).client.findCases({ search: '' });
    expect(cases).toEqual({ kind: 'page', items: [sampleSummary()], next: 1042 });
    const ideas = await clientWith(200, { items: [sampleIdea()], next: null }).client.findFeatureRequests({
      search: '',
    });
    expect(ideas).toMatchObject({ kind: 'page', items: [{ number: 7 }], next: null });
  });

  it.each([
    ['without items', { next: null }],
    ['with an item that is none', { items: [{ id: 1 }], next: null }],
  ])('takes an answer %s for none', async (_name, body) => {
    expect(await clientWith(200, body).client.findCases({ search: '' })).toMatchObject({ kind: 'unreachable' });
  });

  it('hands on a refusal and tries once more when the database is away', async () => {
    const { client, calls } = clientWith(503, { error: { code: 'unavailable', message: 'Later.' } });
    expect(await client.findCases({ search: '' })).toMatchObject({ kind: 'refused', message: 'Later.' });
    expect(calls).toHaveLength(2);
  });
});
