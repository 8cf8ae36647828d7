import type { FeatureRequest } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import type { FindClient } from '../functions-api/find-client';
import { text } from '../strings/text';
import { DetailFrame } from '../views/detail-frame';
import { useOpened } from '../views/use-opened';
import { FoundList } from './found-list';
import { IdeaDetails } from './idea-details';
import { IdeaTable } from './idea-table';
import { useFoundPages } from './use-found-pages';

/** Players' ideas, and the one that is opened. */
export const IdeaTab: React.FC<{ find: FindClient }> = ({ find }) => {
  const pages = useFoundPages(find.findFeatureRequests);
  const opened = useOpened<FeatureRequest>(pages.refresh);
  return (
    <>
      <Box display={opened.item ? 'none' : 'block'}>
        <FoundList searchLabel={text('ideas.search-label')} pages={pages} empty={text('ideas.empty')}>
          {(ideas) => <IdeaTable ideas={ideas} onOpen={opened.open} />}
        </FoundList>
      </Box>
      {opened.item && (
        <DetailFrame onBack={opened.close}>
          <IdeaDetails idea={opened.item} />
        </DetailFrame>
      )}
    </>
  );
};
