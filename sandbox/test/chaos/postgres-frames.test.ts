import { createFrameReader, errorAnswer, readTexts, simpleQuery } from '../../src/chaos/postgres-frames';

test('messages are told apart wherever the stream is cut', () => {
  const stream = Buffer.concat([simpleQuery('begin'), simpleQuery('insert into t values (1)'), simpleQuery('commit')]);
  for (let size = 1; size <= stream.length; size += 1) {
    const read = createFrameReader({ startsBare: false });
    const frames = [];
    for (let from = 0; from < stream.length; from += size) frames.push(...read(stream.subarray(from, from + size)));
    expect(frames.map(({ body }) => readTexts(body, 1)[0])).toEqual(['begin', 'insert into t values (1)', 'commit']);
    expect(Buffer.concat(frames.map(({ bytes }) => bytes))).toEqual(stream);
  }
});

test('the first message of a client has no type', () => {
  const startup = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);
  const frames = createFrameReader({ startsBare: true })(Buffer.concat([startup, simpleQuery('select 1')]));
  expect(frames.map(({ type }) => type)).toEqual(['', 'Q']);
});

test('an error is followed by the state of the transaction', () => {
  const frames = createFrameReader({ startsBare: false })(errorAnswer('53100', 'disk full', 'E'));
  expect(frames.map(({ type }) => type)).toEqual(['E', 'Z']);
  expect(readTexts(frames[0]?.body ?? Buffer.alloc(0), 4)).toEqual(['SERROR', 'VERROR', 'C53100', 'Mdisk full']);
  expect(frames[1]?.body.toString()).toBe('E');
});
