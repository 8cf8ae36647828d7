import type { ListedCase } from '@discord-channel/contracts';
import React from 'react';
import { text } from '../strings/text';
import { CaseTable } from './case-table';
import { FoundItems } from './found-items';
import { type CaseList, everything } from './use-case-list';

export interface CaseResultsProps {
  list: CaseList;
  onOpen: (found: ListedCase) => void;
  ofOneCustomer?: boolean;
}

/** The cases that were found. */
export const CaseResults: React.FC<CaseResultsProps> = ({ list, onOpen, ofOneCustomer }) => (
  <FoundItems list={list} described={describe(list)}>
    {(cases) => (
      <CaseTable
        cases={cases}
        sort={list.question.sort}
        onSort={(sort) => list.ask({ ...list.question, sort })}
        onOpen={onOpen}
        ofOneCustomer={ofOneCustomer}
      />
    )}
  </FoundItems>
);

function describe({ items, question, next, nearly }: CaseList): string {
  const count = items?.length ?? 0;
  const { search, filters } = question;
  if (count > 0) {
    const shown = text(next === null ? 'cases.found-all' : 'cases.found', { count });
    return nearly ? `${text('cases.nearly', { search })} ${shown}` : shown;
  }
  if (search !== everything.search) return text('cases.nothing-found', { search });
  return text(Object.keys(filters).length > 0 ? 'cases.nothing-passes' : 'cases.empty');
}
