import React from 'react';
import type { ArticleClient } from '../functions-api/article-client';
import type { CannedClient } from '../functions-api/canned-client';
import { text } from '../strings/text';
import { isLead } from '../views/is-lead';
import { ViewFrame } from '../views/view-frame';
import { ArticlesTab } from './articles/articles-tab';
import { CannedTab } from './canned/canned-tab';

export interface KnowledgeViewDependencies {
  articles: ArticleClient;
  canned: CannedClient;
  /** Who is logged in, as Flex knows them. */
  me: () => { roles: readonly string[] };
  createId: () => string;
  /** Gives the browser a file to keep. */
  saveFile: (name: string, type: string, content: string) => void;
}

/** The page of what the bot and the agents know: agents read, supervisors and administrators write. */
export const KnowledgeView: React.FC<KnowledgeViewDependencies> = (dependencies) => {
  const leads = isLead(dependencies.me().roles);
  const tabs = [
    { name: text('articles.tab'), content: <ArticlesTab {...dependencies} leads={leads} /> },
    { name: text('canned.tab'), content: <CannedTab {...dependencies} leads={leads} /> },
  ];
  return <ViewFrame id="knowledge" title={text('articles.title')} tabs={tabs} />;
};
