import type { ArticleSort, ListedArticle, NamedServer } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Table, TBody, Td, THead, Th, Tr } from '@twilio-paste/core/table';
import React from 'react';
import { Timestamp } from '../../case-panel/timestamp';
import { text } from '../../strings/text';
import { SortHeader } from '../../views/sort-header';
import { serverName } from '../server-choices';

export interface ArticleTableProps {
  articles: readonly ListedArticle[];
  servers: readonly NamedServer[];
  sort: ArticleSort;
  onSort: (sort: ArticleSort) => void;
  onOpen: (article: ListedArticle) => void;
  /** Left out for who may only read; they see no feedback either. */
  onDelete: ((article: ListedArticle) => void) | undefined;
}

/** Articles in rows; the title opens one. */
export const ArticleTable: React.FC<ArticleTableProps> = ({ articles, servers, sort, onSort, onOpen, onDelete }) => (
  <Table aria-label={text('articles.tab')}>
    <THead>
      <Tr>
        <SortHeader label={text('articles.article-title')} by="title" sort={sort} onSort={onSort} />
        <Th>{text('articles.label')}</Th>
        <Th>{text('articles.server')}</Th>
        <Th width="110px">{text('articles.language')}</Th>
        <Th width="120px">{text('articles.state')}</Th>
        <Th>{text('articles.updated-by')}</Th>
        <Th width="190px">{text('articles.updated-at')}</Th>
        {onDelete && (
          <SortHeader label={text('articles.not-helpful')} by="not-helpful" sort={sort} onSort={onSort} width="130px" />
        )}
        {onDelete && <Th width="110px">{text('settings.actions')}</Th>}
      </Tr>
    </THead>
    <TBody>
      {articles.map((article) => (
        <Tr key={article.key}>
          <Td>
            <Button variant="link" onClick={() => onOpen(article)}>
              <bdi>{article.title}</bdi>
            </Button>
          </Td>
          <Td>
            <bdi>{article.label}</bdi>
          </Td>
          <Td>{serverName(article, servers)}</Td>
          <Td>{article.language}</Td>
          <Td>{text(`articles.state.${article.state}`)}</Td>
          <Td>
            <Box as="span" wordBreak="break-word">
              {article.updatedBy}
            </Box>
          </Td>
          <Td>
            <Timestamp at={article.updatedAt} />
          </Td>
          {onDelete && <Td>{article.notHelpful}</Td>}
          {onDelete && (
            <Td>
              <Button
                variant="destructive_link"
                aria-label={text('articles.delete-this', { title: article.title })}
                onClick={() => onDelete(article)}
              >
                {text('articles.delete')}
              </Button>
            </Td>
          )}
        </Tr>
      ))}
    </TBody>
  </Table>
);
