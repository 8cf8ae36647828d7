import { limitStream } from '../../src/files/limit-stream';

const streamOf = (...sizes: number[]) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const size of sizes) controller.enqueue(new Uint8Array(size));
      controller.close();
    },
  });

test('as much as may is let through, and every step is told', async () => {
  let steps = 0;
  const limited = limitStream(streamOf(3, 4), { maxBytes: 7, onProgress: () => (steps += 1) });
  expect((await new Response(limited.stream).arrayBuffer()).byteLength).toBe(7);
  expect([limited.bytes(), limited.exceeded(), steps]).toEqual([7, false, 2]);
});

test('more than that is cut off, whatever was announced', async () => {
  const limited = limitStream(streamOf(3, 5), { maxBytes: 7, onProgress: () => {} });
  await expect(new Response(limited.stream).arrayBuffer()).rejects.toThrow();
  expect(limited.exceeded()).toBe(true);
});
