import type { ListedCase } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { LoadingCase } from '../case-panel/loading-case';
import { PanelMessage } from '../case-panel/panel-message';
import { text } from '../strings/text';
import { CaseTable } from './case-table';
import { type CaseList, everything } from './use-case-list';

export interface CaseResultsProps {
  list: CaseList;
  onOpen: (found: ListedCase) => void;
}

/** What was found, in every state: on its way, nothing there, failed, more to come. */
export const CaseResults: React.FC<CaseResultsProps> = ({ list, onOpen }) => {
  const { items, next, busy, failure, question, refresh, more } = list;
  return (
    <>
      <Box role="status">
        {items && !busy && (
          <Text as="p" color="colorTextWeak">
            {describe(list, items.length)}
          </Text>
        )}
      </Box>
      {failure !== undefined && (
        <PanelMessage
          heading={text('cases.failed')}
          text={failure}
          failed
          onRetry={items && next !== null ? more : () => void refresh()}
        />
      )}
      {!items && busy && <LoadingCase />}
      {items && items.length > 0 && (
        <CaseTable
          cases={items}
          sort={question.sort}
          onSort={(sort) => list.ask({ ...question, sort })}
          onOpen={onOpen}
        />
      )}
      {items && next !== null && failure === undefined && (
        <Box>
          <Button variant="secondary" onClick={more} loading={busy}>
            {text('cases.more')}
          </Button>
        </Box>
      )}
    </>
  );
};

function describe({ question, next, nearly }: CaseList, count: number): string {
  const { search, filters } = question;
  if (count > 0) {
    const shown = text(next === null ? 'cases.found-all' : 'cases.found', { count });
    return nearly ? `${text('cases.nearly', { search })} ${shown}` : shown;
  }
  if (search !== everything.search) return text('cases.nothing-found', { search });
  return text(Object.keys(filters).length > 0 ? 'cases.nothing-passes' : 'cases.empty');
}
