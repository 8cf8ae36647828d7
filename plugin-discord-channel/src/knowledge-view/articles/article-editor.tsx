import type { ArticleSummary, ArticleView, NamedServer } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import type { ArticleClient, ArticleResult } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { DetailFrame } from '../../views/detail-frame';
import { ArticleFeedback } from './article-feedback';
import { ArticleForm } from './article-form';
import { ArticleText } from './article-text';

export interface ArticleEditorProps {
  client: ArticleClient;
  opened: ArticleSummary | 'new';
  servers: readonly NamedServer[];
  /** May change it; who may not, reads. */
  leads: boolean;
  createId: () => string;
  onDone: () => void;
}

/** An article that was opened: fetched as it is now, then read or edited. */
export const ArticleEditor: React.FC<ArticleEditorProps> = (props) => {
  const { client, opened, servers, leads, createId, onDone } = props;
  const [result, setResult] = React.useState<ArticleResult>();
  const [tries, setTries] = React.useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is another look.
  React.useEffect(() => {
    if (opened === 'new') return undefined;
    const controller = new AbortController();
    setResult(undefined);
    client.getArticle(opened.key, controller.signal).then((answer) => {
      if (!controller.signal.aborted) setResult(answer);
    });
    return () => controller.abort();
  }, [client, opened, tries]);

  const form = (article: ArticleView | undefined) => (
    <Box maxWidth="size70" paddingTop="space60">
      <ArticleForm client={client} article={article} servers={servers} createId={createId} onDone={onDone} />
      {article && <ArticleFeedback client={client} articleKey={article.key} />}
    </Box>
  );
  if (opened === 'new') return form(undefined);
  if (result?.kind === 'article' && result.article && leads) return form(result.article);
  return (
    <DetailFrame onBack={onDone}>
      {!result && <LoadingCase />}
      {result?.kind === 'article' &&
        (result.article ? (
          <ArticleText article={result.article} servers={servers} />
        ) : (
          <PanelMessage heading={text('articles.gone-heading')} text={text('articles.gone')} />
        ))}
      {result && 'message' in result && (
        <PanelMessage
          heading={text('articles.failed')}
          text={result.message}
          failed
          onRetry={() => setTries(tries + 1)}
        />
      )}
    </DetailFrame>
  );
};
