/**
 * The Functions' address out of Flex's configuration (`ui_attributes.discord_channel.functions_url`, which Flex merges
 * into the manager's configuration). The agent's token is sent there, so only HTTPS will do, or this very machine.
 * @param configuration `manager.configuration`; anybody who administers Flex can write anything into it
 * @returns the URL without a slash at its end, or undefined when there is no usable one
 */
export function readFunctionsUrl(configuration: unknown): string | undefined {
  const setting = property(property(configuration, 'discord_channel'), 'functions_url');
  if (typeof setting !== 'string') return undefined;
  const url = parse(setting);
  if (!url) return undefined;
  const thisMachine = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && thisMachine)) return undefined;
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}
