import twilio, { RequestClient } from 'twilio';
import { createSyncDocuments } from '../../src/twilio/create-sync-documents';

interface Asked {
  path: string;
  data?: Record<string, unknown>;
}

/** The official client; what it would send is recorded and answered by the test. */
function start(answers: (asked: Asked) => number) {
  const asked: Asked[] = [];
  class Recorder extends RequestClient {
    override async request(options: Parameters<RequestClient['request']>[0]) {
      const one = { path: new URL(options.uri).pathname, data: options.data } as Asked;
      asked.push(one);
      const statusCode = answers(one);
      // biome-ignore lint/suspicious/noExplicitAny: the base class is generic over what the caller expects.
      return { statusCode, body: statusCode < 300 ? {} : { code: 54000, message: 'refused' }, headers: {} } as any;
    }
  }
  const client = twilio(`AC${'0'.repeat(32)}`, 'token', { httpClient: new Recorder() });
  return { documents: createSyncDocuments(client, 'default'), asked };
}

const collection = '/v1/Services/default/Documents';
const paths = (asked: Asked[]) => asked.map(({ path }) => path);

test('a document that is there is written with one call', async () => {
  const { documents, asked } = start(() => 200);
  await documents.put('changes', { a: 1 });
  expect(asked).toEqual([{ path: `${collection}/changes`, data: { Data: '{"a":1}' } }]);
});

test('one that is missing is made', async () => {
  const { documents, asked } = start(({ path }) => (path === collection ? 201 : 404));
  await documents.put('changes', { a: 1 });
  expect(paths(asked)).toEqual([`${collection}/changes`, collection]);
});

test('one that a desk made in that moment is written all the same', async () => {
  const answers = [404, 409, 200];
  const { documents, asked } = start(() => answers.shift() ?? 500);
  await documents.put('changes', { a: 1 });
  expect(paths(asked)).toEqual([`${collection}/changes`, collection, `${collection}/changes`]);
});

test('what it holds already is not written again, until an outcome is unknown', async () => {
  const answers = [200, 500, 200];
  const { documents, asked } = start(() => answers.shift() ?? 500);
  await documents.put('changes', { a: 1 });
  await documents.put('changes', { a: 1 });
  expect(asked).toHaveLength(1);
  await expect(documents.put('changes', { a: 2 })).rejects.toThrow();
  await documents.put('changes', { a: 1 });
  expect(asked).toHaveLength(3);
});
