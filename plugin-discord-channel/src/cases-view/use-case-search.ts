import { useState } from 'react';
import { useCustomFields } from '../case-panel/custom-fields/custom-fields-context';
import type { EditForm } from '../case-panel/editing/use-edit-form';
import { idle } from '../case-panel/progress';
import { type FilterFields, noFilters, readFilterFields } from './filter-fields';
import { type CaseList, everything } from './use-case-list';

export interface CaseSearch {
  words: string;
  setWords: (words: string) => void;
  /** Of Advanced Search, for the fields that forms are made of. */
  form: EditForm<FilterFields>;
  submit: () => void;
  clear: () => void;
  /** The open and elevated cases of an agent, and nothing else. */
  showOpenOf: (agentId: string) => void;
}

/** What is being typed into the search, until it is asked. */
export function useCaseSearch({ question, ask }: Pick<CaseList, 'question' | 'ask'>): CaseSearch {
  const [words, setWords] = useState('');
  const [draft, setDraft] = useState(noFilters);
  const [errors, setErrors] = useState<EditForm<FilterFields>['errors']>({});

  const customFields = useCustomFields();

  const askFor = (search: string, fields: FilterFields) => {
    const reading = readFilterFields(fields, customFields);
    if (reading.kind === 'wrong') return setErrors(reading.errors);
    setErrors({});
    ask({ search: search.trim(), filters: reading.filters, sort: question.sort });
  };
  const startWith = (fields: FilterFields) => {
    setWords('');
    setDraft(fields);
    askFor('', fields);
  };
  const submit = () => askFor(words, draft);
  return {
    words,
    setWords,
    form: {
      base: noFilters,
      version: 0,
      draft,
      theirs: {},
      errors,
      progress: idle,
      touched: draft !== noFilters,
      set: (field, value) => {
        setDraft((before) => ({ ...before, [field]: value }));
        setErrors(({ [field]: _mended, ...others }) => others);
      },
      save: submit,
    },
    submit,
    clear: () => {
      setWords('');
      setDraft(noFilters);
      setErrors({});
      ask({ ...everything, sort: question.sort });
    },
    showOpenOf: (agentId) => startWith({ ...noFilters, owner: agentId, statuses: ['open', 'elevated'] }),
  };
}
