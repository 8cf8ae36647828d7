/** Compares the table of emulated routes with what a whole run called, and says what differs. Returns how many. */
export async function tellStaleRoutes(kind: 'tests' | 'scenarios'): Promise<number> {
  const { findStaleRoutes } = await import('../sandbox/src/routes/find-stale-routes');
  const stale = findStaleRoutes(kind);
  for (const problem of stale) console.log(`sandbox/ROUTES.md: ${problem}`);
  if (stale.length > 0) console.log('`npm run routes` writes the table anew.');
  return stale.length;
}
