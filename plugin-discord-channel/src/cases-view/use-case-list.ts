import type { CaseFilters, CaseSort, ListedCase } from '@discord-channel/contracts';
import type { FindClient } from '../functions-api/find-client';
import { type AskedList, useAskedList } from './use-asked-list';

/** What is looked for, and in which order. */
export interface CaseQuestion {
  search: string;
  filters: CaseFilters;
  sort: CaseSort;
}

export const everything: CaseQuestion = { search: '', filters: {}, sort: { by: 'number', direction: 'descending' } };

export type CaseList = AskedList<CaseQuestion, ListedCase>;

/** Cases as they are asked for. @param initial what is asked first: all of them, if left out */
export const useCaseList = (find: FindClient['findCases'], initial: CaseQuestion = everything): CaseList =>
  useAskedList(find, initial);
