const prefix = 'case-card:';

/** The key of the notice that is a case's card. */
export function noticeOfCard(caseId: string): string {
  return `${prefix}${caseId}`;
}

/** The case whose card a notice is; undefined for any other notice. */
export function cardOfNotice(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
