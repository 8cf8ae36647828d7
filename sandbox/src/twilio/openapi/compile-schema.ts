import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { OpenApiDocument, OpenApiSchema } from './load-operations';

/** What is wrong with a value, in words that name the place; undefined when nothing is. */
export type Check = (value: unknown) => string | undefined;

const formats = {
  'date-time': (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text),
  'date-time-rfc-2822': (text: string) =>
    /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/.test(text),
  uri: (text: string) => URL.canParse(text),
  'http-method': (text: string) => /^(GET|POST|PUT|DELETE)$/i.test(text),
  'phone-number': true,
  'uri-map': true,
  int64: true,
} as const;

/** Answers are JSON, and must have the types that they say. */
const ofAnswers = new Ajv({ strict: false, formats });
/** Fields of forms and queries are text: `20` is a whole number, `true` a truth value. */
const ofTexts = new Ajv({ strict: false, formats, coerceTypes: true });

export interface CompileOptions {
  /** `text`: a form or query. `json`: an answer, all of whose documented properties have to be there. */
  as: 'text' | 'json';
}

/** Compiles an OpenAPI schema, once, into a check that allows nothing beside what is documented. */
export function compileSchema(document: OpenApiDocument, schema: OpenApiSchema, { as }: CompileOptions): Check {
  const validate: ValidateFunction = (as === 'json' ? ofAnswers : ofTexts).compile(translate(document, schema, as));
  return (value) => (validate(value) ? undefined : (validate.errors ?? []).map(describe).join('; '));
}

/** OpenAPI 3.0 as JSON Schema: references followed, `nullable` written out, objects closed. */
function translate(document: OpenApiDocument, schema: OpenApiSchema, as: CompileOptions['as']): object {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice('#/components/schemas/'.length);
    const target = document.components.schemas[name];
    if (!target) throw new Error(`${document.name} has no schema ${name}`);
    return translate(document, { ...target, nullable: schema.nullable ?? target.nullable }, as);
  }
  const { type, properties, items, nullable, required } = schema;
  // Text that carries JSON: a form cannot hold anything but text.
  if (as === 'text' && (type === 'object' || type === undefined) && !properties) return { type: 'string' };
  const { format, pattern, minLength, maxLength } = schema;
  return {
    ...(type !== undefined && { type: nullable ? [type, 'null'] : type }),
    ...(schema.enum && { enum: nullable ? [...schema.enum, null] : schema.enum }),
    ...Object.fromEntries(
      Object.entries({ format, pattern, minLength, maxLength }).filter(([, value]) => value !== undefined),
    ),
    ...(items && { items: translate(document, items, as) }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, translate(document, property, as)]),
      ),
      additionalProperties: false,
      required: as === 'json' ? Object.keys(properties) : (required ?? []),
    }),
  };
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const detail = params.additionalProperty ?? (params.allowedValues as unknown[] | undefined)?.join(', ');
  return `${instancePath || 'it'} ${message}${detail === undefined ? '' : ` (${detail})`}`;
}
