import type { ArticleView, KnowledgeServer } from '@discord-channel/contracts';
import { useState } from 'react';
import { idle, type Progress } from '../../case-panel/progress';
import { useMounted } from '../../case-panel/use-case';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { writeArticleFile } from './write-article-file';

export type SaveFile = (name: string, type: string, content: string) => void;

export interface Export {
  progress: Progress;
  run: (server: KnowledgeServer, format: 'csv' | 'json') => Promise<void>;
}

/** Fetches every article of a server, page by page, and gives the browser the file. */
export function useExport(client: ArticleClient, saveFile: SaveFile): Export {
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();
  const run = async (server: KnowledgeServer, format: 'csv' | 'json') => {
    const articles: ArticleView[] = [];
    let after: string | undefined;
    do {
      setProgress({ kind: 'saving', message: text('articles.export-fetching', { count: articles.length }) });
      const result = await client.exportArticles({ server, ...(after !== undefined && { after }) });
      if (!mounted.current) return;
      if (result.kind !== 'exported') {
        const reason = 'message' in result ? result.message : '';
        return setProgress({ kind: 'failed', message: text('articles.export-failed', { reason }) });
      }
      articles.push(...result.page.articles);
      after = result.page.next ?? undefined;
    } while (after !== undefined);
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    saveFile(`articles.${format}`, `${type};charset=utf-8`, writeArticleFile(articles, format));
    setProgress({ kind: 'saved', message: text('articles.export-done', { count: articles.length }) });
  };
  return { progress, run };
}
