import type { ArticleSummary } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { LoadingCase } from '../../case-panel/loading-case';
import { PanelMessage } from '../../case-panel/panel-message';
import type { ArticleClient } from '../../functions-api/article-client';
import { text } from '../../strings/text';
import { ArticleActions } from './article-actions';
import { ArticleFilters } from './article-filters';
import { ArticleTable } from './article-table';
import { DeleteArticle } from './delete-article';
import type { ArticleList } from './use-article-list';
import type { SaveFile } from './use-export';

export interface ArticleOverviewProps {
  client: ArticleClient;
  list: ArticleList;
  leads: boolean;
  createId: () => string;
  saveFile: SaveFile;
  onOpen: (article: ArticleSummary | 'new') => void;
}

/** The articles under their filters, in every state: on their way, none there, failed, more to come. */
export const ArticleOverview: React.FC<ArticleOverviewProps> = (props) => {
  const { client, list, leads, onOpen, createId, saveFile } = props;
  const [toDelete, setToDelete] = React.useState<ArticleSummary>();
  const { found, busy, failure, filters } = list;
  const narrowed = filters.search !== '' || filters.label !== undefined || filters.server !== undefined;
  return (
    <Box display="flex" flexDirection="column" rowGap="space60" paddingTop="space60">
      <ArticleFilters list={list} />
      {leads && found && (
        <ArticleActions
          client={client}
          servers={found.servers}
          createId={createId}
          saveFile={saveFile}
          onAdd={() => onOpen('new')}
          onImported={list.refresh}
        />
      )}
      <Box role="status">
        {found && !busy && (
          <Text as="p" color="colorTextWeak">
            {found.articles.length === 0
              ? text(narrowed ? 'articles.nothing-found' : 'articles.empty')
              : text(found.next === null ? 'cases.found-all' : 'cases.found', { count: found.articles.length })}
          </Text>
        )}
      </Box>
      {failure && <PanelMessage heading={text('cases.failed')} text={failure} failed onRetry={list.refresh} />}
      {!found && busy && <LoadingCase />}
      {found && found.articles.length > 0 && (
        <ArticleTable
          articles={found.articles}
          servers={found.servers}
          sort={filters.sort}
          onSort={(sort) => list.narrow({ sort })}
          onOpen={onOpen}
          onDelete={leads ? setToDelete : undefined}
        />
      )}
      {found && found.next !== null && !failure && (
        <Box>
          <Button variant="secondary" onClick={list.more} loading={busy}>
            {text('cases.more')}
          </Button>
        </Box>
      )}
      {toDelete && (
        <DeleteArticle
          client={client}
          article={toDelete}
          onDone={(deleted) => {
            setToDelete(undefined);
            if (deleted) list.refresh();
          }}
        />
      )}
    </Box>
  );
};
