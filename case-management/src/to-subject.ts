import { caseLimits } from '@discord-channel/contracts';

/** One line, cut between characters: half a surrogate pair is no text that Postgres takes. */
export function toSubject(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  const cut =
    line.length <= caseLimits.subject
      ? line
      : `${line.slice(0, caseLimits.subject - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  return cut === '' ? '…' : cut;
}
