import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { LoadingCase } from '../case-panel/loading-case';
import { PanelMessage } from '../case-panel/panel-message';
import { text } from '../strings/text';
import { SearchForm } from '../views/search-form';
import type { FoundPages } from './use-found-pages';

export interface FoundListProps<Item> {
  searchLabel: string;
  pages: FoundPages<Item>;
  /** Words for a list that nothing was ever put into. */
  empty: string;
  children: (items: readonly Item[]) => React.ReactElement;
}

/** A search field over what it found, in every state: on its way, nothing there, failed, more to come. */
export function FoundList<Item>({ searchLabel, pages, empty, children }: FoundListProps<Item>): React.ReactElement {
  const { items, next, busy, failure, searched, search, refresh, more } = pages;
  return (
    <Box display="flex" flexDirection="column" rowGap="space60" paddingTop="space60">
      <SearchForm label={searchLabel} onSearch={search} onRefresh={refresh} />
      <Box role="status">
        {items && !busy && (
          <Text as="p" color="colorTextWeak">
            {items.length === 0
              ? searched === ''
                ? empty
                : text('cases.nothing-found', { search: searched })
              : text(next === null ? 'cases.shown-all' : 'cases.shown', { count: items.length })}
          </Text>
        )}
      </Box>
      {failure && (
        <PanelMessage heading={text('cases.failed')} text={failure} failed onRetry={items ? more : refresh} />
      )}
      {!items && busy && <LoadingCase />}
      {items && items.length > 0 && children(items)}
      {items && next !== null && !failure && (
        <Box>
          <Button variant="secondary" onClick={more} loading={busy}>
            {text('cases.more')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
