import type { ListedCase } from '@discord-channel/contracts';
import { Box } from '@twilio-paste/core/box';
import React from 'react';
import { CaseById } from '../case-panel/case-by-id';
import { useLiveList } from '../live/use-live-list';
import { DetailFrame } from '../views/detail-frame';
import { isLead } from '../views/is-lead';
import { useOpened } from '../views/use-opened';
import { CaseCounters } from './case-counters';
import { CaseResults } from './case-results';
import { CaseSearchForm } from './case-search-form';
import type { CasesViewDependencies } from './cases-view';
import { ExportCases } from './export/export-cases';
import { useCaseExport } from './export/use-case-export';
import { useCaseCounts } from './use-case-counts';
import { useCaseList } from './use-case-list';
import { useCaseSearch } from './use-case-search';

/** Cases: how many there are, the search, what it found, and the one that is opened. */
export const CaseTab: React.FC<CasesViewDependencies> = ({ find, ...panel }) => {
  const { identity, roles } = panel.me();
  const list = useCaseList(find.findCases);
  const search = useCaseSearch(list);
  const counters = useCaseCounts(find.countCases, list.question.filters);
  const refresh = async () => {
    await Promise.all([list.refresh(), counters.refresh()]);
  };
  const exporting = useCaseExport(find.exportCases, panel.settings);
  useLiveList(panel.feed, refresh);
  const opened = useOpened<ListedCase>(refresh);
  return (
    <>
      <Box display={opened.item ? 'none' : 'flex'} flexDirection="column" rowGap="space60" paddingTop="space60">
        <CaseCounters counters={counters} />
        <CaseSearchForm search={search} list={{ ...list, refresh }} client={panel.client} me={identity} />
        {isLead(roles) && <ExportCases question={list.question} exporting={exporting} />}
        <CaseResults list={list} onOpen={opened.open} />
      </Box>
      {opened.item && (
        <DetailFrame onBack={opened.close}>
          <CaseById reference={{ caseId: opened.item.id }} {...panel} />
        </DetailFrame>
      )}
    </>
  );
};
