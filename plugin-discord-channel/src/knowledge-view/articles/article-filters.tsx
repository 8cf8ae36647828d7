import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { text } from '../../strings/text';
import { SearchForm } from '../../views/search-form';
import { ChoiceField } from '../choice-field';
import { chosenServer, serverChoices } from '../server-choices';
import type { ArticleList } from './use-article-list';

const any = { value: '', name: text('articles.any') };

/** Narrows the table by words, by label and by server. */
export const ArticleFilters: React.FC<{ list: ArticleList }> = ({ list }) => {
  const [server, setServer] = React.useState('');
  const { labels = [], servers = [] } = list.found ?? {};
  return (
    <Box display="flex" flexWrap="wrap" alignItems="flex-end" columnGap="space60" rowGap="space40">
      <SearchForm
        label={text('articles.search-label')}
        onSearch={(search) => list.narrow({ search })}
        onRefresh={list.refresh}
      />
      <ChoiceField
        label={text('articles.label')}
        value={list.filters.label ?? ''}
        choices={[any, ...labels.map((label) => ({ value: label, name: label }))]}
        onChoose={(label) => list.narrow({ label: label === '' ? undefined : label })}
      />
      <ChoiceField
        label={text('articles.server')}
        value={server}
        choices={[any, ...serverChoices(servers)]}
        onChoose={(chosen) => {
          setServer(chosen);
          list.narrow({ server: chosen === '' ? undefined : chosenServer(chosen) });
        }}
      />
    </Box>
  );
};
