import { type Check, compileSchema } from './compile-schema';
import type { DocumentedOperation, OpenApiSchema } from './load-operations';

/** What a request says, before anything is read from it. */
export interface RequestText {
  query: URLSearchParams;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The body as it came. */
  body: string;
}

export type RequestFault =
  | { kind: 'unknown-field'; field: string }
  /** Missing, of the wrong type, or not among the values that Twilio knows. */
  | { kind: 'invalid'; problem: string };

export interface OperationCheck {
  /** Undefined for a request that Twilio documents. */
  request(request: RequestText): RequestFault | undefined;
  /** Undefined for an answer that Twilio documents. */
  answer(status: number, body: unknown): string | undefined;
}

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

/** Twilio's refusals look alike everywhere; no OpenAPI file has them. */
const refusalFields = ['code', 'message', 'more_info', 'status'];

/** The checks of one operation. Each schema is compiled with the first request that needs it. */
export function checkOperation({ document, operation }: DocumentedOperation): OperationCheck {
  const parametersIn = (place: 'query' | 'header') => {
    const parameters = (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    const properties = Object.fromEntries(parameters.map(({ name, schema }) => [name, schema]));
    const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
    return { type: 'object', properties, required };
  };
  const query = createFieldsCheck(parametersIn('query'));
  const headers = createFieldsCheck(parametersIn('header'));
  const content = operation.requestBody?.content ?? {};
  const formBody = createFieldsCheck(content[form]?.schema ?? { type: 'object', properties: {} });
  const jsonBody = once(() => compileSchema(document, content[json]?.schema ?? {}, { as: 'json' }));
  const answers = new Map<number, Check>();

  function createFieldsCheck(schema: OpenApiSchema) {
    const check = once(() => compileSchema(document, schema, { as: 'text' }));
    const properties = schema.properties ?? {};
    return {
      names: Object.keys(properties),
      check(values: URLSearchParams): RequestFault | undefined {
        const fields: Record<string, unknown> = {};
        for (const name of values.keys()) {
          const property = properties[name];
          if (!property) return { kind: 'unknown-field', field: name };
          fields[name] = property.type === 'array' ? values.getAll(name) : values.get(name);
        }
        const problem = check()(fields);
        return problem === undefined ? undefined : { kind: 'invalid', problem };
      },
    };
  }

  function checkBody(body: string): RequestFault | undefined {
    if (!content[json] || content[form]) return formBody.check(new URLSearchParams(body));
    try {
      const problem = jsonBody()(JSON.parse(body));
      return problem === undefined ? undefined : { kind: 'invalid', problem };
    } catch {
      return { kind: 'invalid', problem: 'the body is no JSON' };
    }
  }

  return {
    request: (request) =>
      query.check(request.query) ?? headers.check(only(request.headers, headers.names)) ?? checkBody(request.body),
    answer(status, body) {
      if (status >= 400) return checkRefusal(body);
      const documented = operation.responses[String(status)] ?? operation.responses.default;
      if (!documented) return `${status} is not among ${Object.keys(operation.responses).join(', ')}`;
      const schema = documented.content?.[json]?.schema;
      if (!schema) return body === undefined ? undefined : `${status} has no body`;
      const check = answers.get(status) ?? compileSchema(document, schema, { as: 'json' });
      answers.set(status, check);
      return check(body);
    },
  };
}

function checkRefusal(body: unknown): string | undefined {
  const names = Object.keys((body ?? {}) as object).sort();
  return names.join() === refusalFields.join() ? undefined : `a refusal has the fields ${refusalFields.join(', ')}`;
}

/** Headers are told apart without their case; whatever is not documented is transport. */
function only(headers: RequestText['headers'], names: readonly string[]): URLSearchParams {
  const values = new URLSearchParams();
  for (const name of names) {
    const value = headers[name.toLowerCase()];
    if (typeof value === 'string') values.set(name, value);
  }
  return values;
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
