import type { ArticleSummary } from '@discord-channel/contracts';
import React from 'react';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { DeleteDialog } from '../delete-dialog';

export interface DeleteArticleProps {
  client: ArticleClient;
  article: ArticleSummary;
  onDone: (deleted: boolean) => void;
}

/** Asks before an article is taken away. */
export const DeleteArticle: React.FC<DeleteArticleProps> = ({ client, article, onDone }) => {
  const remove = async () => {
    const result = await client.deleteArticle({ key: article.key, version: article.version });
    return 'message' in result ? result.message : undefined;
  };
  return (
    <DeleteDialog
      heading={text('articles.delete-heading')}
      question={text('articles.delete-question', { title: article.title })}
      onDelete={remove}
      onDone={onDone}
    />
  );
};
