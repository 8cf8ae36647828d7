import type { SendableArticle } from '@discord-channel/contracts';

/** An article as the beginning of an answer: its title, how it begins, where to read on. */
export function draftOf({ title, excerpt, url }: SendableArticle): string {
  return [title.text, excerpt, url].filter(Boolean).join('\n');
}
