import type { ArticleSummary } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { ArticleClient } from '../../functions-api/article-client';
import { useOpened } from '../../views/use-opened';
import { ArticleEditor } from './article-editor';
import { ArticleOverview } from './article-overview';
import { useArticleList } from './use-article-list';

export interface ArticlesTabProps {
  articles: ArticleClient;
  /** May change articles. */
  leads: boolean;
  createId: () => string;
  saveFile: (name: string, type: string, content: string) => void;
}

/** The table of articles, and the one that is opened or written. */
export const ArticlesTab: React.FC<ArticlesTabProps> = ({ articles, leads, createId, saveFile }) => {
  const list = useArticleList(articles);
  const opened = useOpened<ArticleSummary | 'new'>(list.refresh);
  return (
    <>
      <Box display={opened.item ? 'none' : 'block'}>
        <ArticleOverview
          client={articles}
          list={list}
          leads={leads}
          createId={createId}
          saveFile={saveFile}
          onOpen={opened.open}
        />
      </Box>
      {opened.item && (
        <ArticleEditor
          client={articles}
          opened={opened.item}
          servers={list.found?.servers ?? []}
          leads={leads}
          createId={createId}
          onDone={opened.close}
        />
      )}
    </>
  );
};
