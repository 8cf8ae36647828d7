import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A schema as Twilio's files write them: OpenAPI 3.0, with `nullable`. */
export interface OpenApiSchema {
  $ref?: string;
  type?: string;
  format?: string;
  nullable?: boolean;
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  items?: OpenApiSchema;
  properties?: Readonly<Record<string, OpenApiSchema>>;
  required?: readonly string[];
}

type Content = Readonly<Record<string, { schema?: OpenApiSchema }>>;

export interface OpenApiOperation {
  parameters?: readonly { name: string; in: 'path' | 'query' | 'header'; schema: OpenApiSchema; required?: boolean }[];
  requestBody?: { content: Content };
  responses: Readonly<Record<string, { content?: Content }>>;
}

export interface OpenApiDocument {
  /** Name of the file, for people. */
  name: string;
  servers: readonly { url: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  components: { schemas: Readonly<Record<string, OpenApiSchema>> };
}

export interface DocumentedOperation {
  document: OpenApiDocument;
  operation: OpenApiOperation;
}

/** Where `@twilio/cli-core` keeps the OpenAPI files that Twilio's own CLI is made of. */
const folder = join(require.resolve('@twilio/cli-core/package.json'), '../src/services/twilio-api');
const documentsOfHost = new Map<string, readonly OpenApiDocument[]>();

/**
 * Finds what Twilio documents for a route, whatever the names of its path parameters are.
 * @param host such as `conversations.twilio.com`
 * @param method in capitals
 * @param path as the router writes it: `/v1/Conversations/:conversation`
 */
export function documentedOperation(host: string, method: string, path: string): DocumentedOperation | undefined {
  const wanted = shapeOf(path);
  for (const document of documents(host)) {
    for (const [documented, operations] of Object.entries(document.paths)) {
      const operation = operations[method.toLowerCase()];
      if (operation && shapeOf(documented) === wanted) return { document, operation };
    }
  }
  return undefined;
}

/** Parameters without their names: `/v1/Conversations/{}`. */
function shapeOf(path: string): string {
  return path.replace(/\{[^}]*\}|:[A-Za-z]+/g, '{}');
}

/** Each version of a product has a file; Flex's is called `flex`, its host `flex-api`. */
function documents(host: string): readonly OpenApiDocument[] {
  const known = documentsOfHost.get(host);
  if (known) return known;
  const product = host.replace(/\.twilio\.com$/, '').replace(/^flex-api$/, 'flex');
  const read = readdirSync(folder)
    .filter((file) => file.startsWith(`twilio_${product}_v`) && file.endsWith('.json'))
    .map((name) => ({ ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as OpenApiDocument), name }))
    .filter(({ servers }) => servers.some(({ url }) => url === `https://${host}`));
  documentsOfHost.set(host, read);
  return read;
}
