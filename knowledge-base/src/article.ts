/** Which articles are meant: those of one Discord application, as one of its servers sees them. */
export interface KnowledgeScope {
  applicationId: string;
  /** Null when the player's server is not known: then only what is for all servers. */
  guildId: string | null;
}

/** An article as authors write it. */
export interface ArticleDraft {
  /** Lower-case letters, digits and hyphens, at most 60: it travels in a button. */
  id: string;
  title: string;
  category: string;
  /** Questions that it answers, as players ask them. */
  queries: readonly string[];
  url: string | null;
  /** Markdown. */
  text: string;
  /** Language of the text, such as `en`. */
  language: string;
  state: 'published' | 'draft';
}

/** An article as the database holds it. */
export interface Article extends ArticleDraft {
  applicationId: string;
  guildId: string | null;
}
