import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/**
 * A package registry below `/__npm/` that knows what is installed in a folder and nothing newer: Flex's command line
 * plugin asks at each start whether there is an update of itself, and does nothing when it gets no answer.
 */
export function registerPackageRegistry(app: FastifyInstance, folder: string): void {
  app.get<{ Params: { '*': string } }>('/__npm/*', async (request, reply) => {
    const name = decodeURIComponent(request.params['*']);
    if (!/^(@[\w.-]+\/)?[\w-][\w.-]*$/.test(name)) return reply.code(404).send({ error: 'Not found' });
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8'));
      return { name, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: manifest } };
    } catch {
      return reply.code(404).send({ error: 'Not found' });
    }
  });
}
