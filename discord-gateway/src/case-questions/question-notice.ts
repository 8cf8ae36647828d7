const prefix = 'question:';

/** The key of the notice that asks a question about a case. */
export function noticeOfQuestion(questionId: string): string {
  return `${prefix}${questionId}`;
}

/** The question that a notice asks; undefined for one that asks nothing about a case. */
export function questionOfNotice(key: string): string | undefined {
  return key.startsWith(prefix) ? key.slice(prefix.length) : undefined;
}
