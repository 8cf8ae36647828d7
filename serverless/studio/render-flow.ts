/** What differs from one Twilio account to the next. In the flow's JSON each stands as `${NAME}`. */
export interface FlowValues {
  /** Where the Functions are, without a slash at the end: `https://discord-channel-1234.twil.io`. */
  FUNCTIONS_URL: string;
  FUNCTIONS_SERVICE_SID: string;
  FUNCTIONS_ENVIRONMENT_SID: string;
  ON_MESSAGE_FUNCTION_SID: string;
  OPEN_CASE_FUNCTION_SID: string;
  HANDOFF_FAILED_FUNCTION_SID: string;
  /** The TaskRouter workflow and task channel (`chat`) of hand-offs. */
  WORKFLOW_SID: string;
  CHAT_CHANNEL_SID: string;
}

/** A placeholder of the flow has no value: nothing half-filled may be published. */
export class MissingFlowValueError extends Error {
  readonly code = 'missing-flow-value';
  constructor(readonly names: readonly string[]) {
    super(`The Studio flow needs a value for ${names.join(', ')}`);
  }
}

const placeholder = /\$\{([A-Z_]+)\}/g;

/**
 * Fills an account's values into the flow of `discord-channel.json`. What is in Liquid's `{{ }}` is Studio's own.
 * @param definition the file's content, parsed.
 * @returns the definition as Studio's API takes it.
 * @throws MissingFlowValueError naming every placeholder that has no value.
 */
export function renderFlow<Definition>(definition: Definition, values: FlowValues): Definition {
  const given = new Map<string, string>(Object.entries(values));
  const missing = new Set<string>();
  const rendered = fill(definition, (name) => {
    const value = given.get(name);
    if (!value) missing.add(name);
    return value ?? '';
  });
  if (missing.size > 0) throw new MissingFlowValueError([...missing]);
  return rendered as Definition;
}

function fill(node: unknown, lookUp: (name: string) => string): unknown {
  if (typeof node === 'string') return node.replace(placeholder, (_, name: string) => lookUp(name));
  if (Array.isArray(node)) return node.map((item) => fill(item, lookUp));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, fill(value, lookUp)]));
}
