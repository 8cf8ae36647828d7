export interface LimitedStream {
  stream: ReadableStream<Uint8Array>;
  /** Bytes that went through so far. */
  bytes(): number;
  /** Whether it was cut off because more came than may. */
  exceeded(): boolean;
}

/** Lets at most `maxBytes` through, whatever was said of the size before, and tells when something moves. */
export function limitStream(
  source: ReadableStream<Uint8Array>,
  { maxBytes, onProgress }: { maxBytes: number; onProgress: () => void },
): LimitedStream {
  let bytes = 0;
  const stream = source.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        onProgress();
        if (bytes > maxBytes) controller.error(new Error(`More than ${maxBytes} bytes`));
        else controller.enqueue(chunk);
      },
    }),
  );
  return { stream, bytes: () => bytes, exceeded: () => bytes > maxBytes };
}
