import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Text } from '@twilio-paste/core/text';
import React from 'react';
import { LoadingCase } from '../case-panel/loading-case';
import { PanelMessage } from '../case-panel/panel-message';
import { text } from '../strings/text';
import type { AskedList } from './use-asked-list';

export interface FoundItemsProps<Question, Item> {
  list: AskedList<Question, Item>;
  /** What was found, in a sentence. */
  described: string;
  /** The items, where there are any. */
  children: (items: readonly Item[]) => React.ReactElement;
}

/** What was found, in every state: on its way, nothing there, failed, more to come. */
export function FoundItems<Question, Item>(props: FoundItemsProps<Question, Item>): React.ReactElement {
  const { list, described, children } = props;
  const { items, next, busy, failure, refresh, more } = list;
  return (
    <>
      <Box role="status">
        {items && !busy && (
          <Text as="p" color="colorTextWeak">
            {described}
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
      {items && items.length > 0 && children(items)}
      {items && next !== null && failure === undefined && (
        <Box>
          <Button variant="secondary" onClick={more} loading={busy}>
            {text('cases.more')}
          </Button>
        </Box>
      )}
    </>
  );
}
