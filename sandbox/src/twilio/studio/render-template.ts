/** A template uses something of Liquid that the emulator does not know. */
export class UnsupportedTemplate extends Error {
  readonly code = 'unsupported-template';
}

const output = /\{\{\s*(.*?)\s*\}\}/gs;
const supported = /^([A-Za-z_]\w*(?:\.\w+)*)(?:\s*\|\s*(to_json))?$/;

/**
 * Renders a Studio template: `{{dotted.path}}` and `{{dotted.path | to_json}}`, a part of Liquid, no more. As in
 * Liquid an unknown variable is empty text. https://www.twilio.com/docs/studio/user-guide/liquid-template-language
 * @throws UnsupportedTemplate for a tag, another filter or a literal: better than a result that Studio would not give.
 */
export function renderTemplate(template: string, variables: unknown): string {
  requireSupportedTemplate(template);
  return template.replace(output, (_, expression: string) => {
    const [, path = '', filter] = supported.exec(expression) ?? [];
    const value = valueAt(variables, path);
    if (filter === 'to_json') return JSON.stringify(value ?? null);
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  });
}

/** @throws UnsupportedTemplate naming what cannot be rendered. */
export function requireSupportedTemplate(template: string): void {
  if (/\{%/.test(template)) throw new UnsupportedTemplate(`The emulator knows no Liquid tags: ${template}`);
  for (const [, expression = ''] of template.matchAll(output)) {
    if (!supported.test(expression)) {
      throw new UnsupportedTemplate(`The emulator cannot render {{${expression}}}: it knows dotted paths and to_json`);
    }
  }
}

function valueAt(variables: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return (value as Record<string, unknown>)[key];
  }, variables);
}
