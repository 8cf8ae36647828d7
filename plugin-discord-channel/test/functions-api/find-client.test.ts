import { findCasesRequest, panelFunctions } from '@discord-channel/contracts';
import { createFindClient } from '../../src/functions-api/find-client';
import { sampleIdea, sampleListed } from '../cases-view/find-server';

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
    const { client, calls } = clientWith(200, { items: [], next: null, all: 0, open: 0, elevated: 0, closed: 0 });
    const asked = {
      search: 'a & b',
      filters: { tags: ['vip'], ownerId: null },
      sort: { by: 'updated', direction: 'ascending' } as const,
      cursor: 'next',
    };
    await client.findCases(asked);
    await client.countCases({ from: '2026-11-21T00:00:00.000Z' });
    await client.findFeatureRequests({ search: '' });
    expect(calls.map(({ url }) => url)).toEqual([
      `https://functions.example${panelFunctions.findCases}`,
      `https://functions.example${panelFunctions.countCases}`,
      `https://functions.example${panelFunctions.findFeatureRequests}`,
    ]);
    expect(findCasesRequest.parse(JSON.parse(calls[0]?.form.get('Payload') ?? ''))).toEqual(asked);
  });

  it('hands on a page', async () => {
    const page = { items: [sampleListed()], next: 'next', nearly: true };
    expect(await clientWith(200, page).client.findCases({})).toEqual({ kind: 'page', page });
    const counts = { all: 3, open: 1, elevated: 1, closed: 1 };
    expect(await clientWith(200, counts).client.countCases({})).toEqual({ kind: 'counts', counts });
    expect(await clientWith(200, { all: 3 }).client.countCases({})).toMatchObject({ kind: 'unreachable' });
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
