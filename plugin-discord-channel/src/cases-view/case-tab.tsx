import type { CaseSummary } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { CaseById } from '../case-panel/case-by-id';
import { useLiveList } from '../live/use-live-list';
import { text } from '../strings/text';
import { CaseTable } from './case-table';
import type { CasesViewDependencies } from './cases-view';
import { DetailFrame } from './detail-frame';
import { FoundList } from './found-list';
import { useFoundPages } from './use-found-pages';
import { useOpened } from './use-opened';

/** Cases, and the one that is opened. Filters, counters and export of the full cases view will stand here. */
export const CaseTab: React.FC<CasesViewDependencies> = ({ find, ...panel }) => {
  const pages = useFoundPages(find.findCases);
  useLiveList(panel.feed, pages.refresh);
  const opened = useOpened<CaseSummary>(pages.refresh);
  return (
    <>
      <Box display={opened.item ? 'none' : 'block'}>
        <FoundList searchLabel={text('cases.search-label')} pages={pages} empty={text('cases.empty')}>
          {(cases) => <CaseTable cases={cases} onOpen={opened.open} />}
        </FoundList>
      </Box>
      {opened.item && (
        <DetailFrame onBack={opened.close}>
          <CaseById reference={{ caseId: opened.item.id }} {...panel} />
        </DetailFrame>
      )}
    </>
  );
};
