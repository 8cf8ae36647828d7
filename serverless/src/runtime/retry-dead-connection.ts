const deadConnection = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', '57P01', '57P02', '08003', '08006']);

/**
 * Runs `work` once more when its database connection turned out to be dead: between two requests a Function is
 * frozen, and the server or a pooler may have closed the socket meanwhile. Only for work that may be done twice.
 */
export async function retryDeadConnection<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!isDeadConnection(error)) throw error;
    return work();
  }
}

function isDeadConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as Error & { code?: unknown }).code;
  return (typeof code === 'string' && deadConnection.has(code)) || /connection terminated/i.test(error.message);
}
