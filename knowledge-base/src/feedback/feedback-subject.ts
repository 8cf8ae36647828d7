import { createHash } from 'node:crypto';

/** What an article was suggested for. */
export interface Suggestion {
  /** Null for a search by hand. */
  messageSid: string | null;
  query: string;
}

/** What feedback is about, so that the same feedback is known again. */
export function feedbackSubject({ messageSid, query }: Suggestion): string {
  return messageSid ?? createHash('sha256').update(query.trim().toLowerCase()).digest('base64url');
}
