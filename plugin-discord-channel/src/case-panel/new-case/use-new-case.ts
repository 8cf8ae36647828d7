import type { CaseStatus, CaseView } from '@discord-channel/contracts';
import { useRef, useState } from 'react';
import type { CaseWorkClient } from '../../functions-api/case-work-client';
import { text } from '../../strings/text';
import type { EditForm } from '../editing/use-edit-form';
import { idle, type Progress } from '../progress';
import { useMounted } from '../use-case';
import type { TaskPrefill } from './prefill';

export interface NewCaseDraft {
  [name: string]: string | readonly string[];
  subject: string;
  note: string;
  status: CaseStatus;
  tags: readonly string[];
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

export interface NewCase {
  form: EditForm<NewCaseDraft>;
  /** Whether the case is about the current task. */
  usesTask: boolean;
  setTaskUse: (use: boolean) => void;
}

export interface UseNewCaseOptions {
  client: CaseWorkClient;
  createId: () => string;
  /** What the current task tells; undefined when there is none. */
  prefill: TaskPrefill | undefined;
  onCreated: (view: CaseView, usedTask: boolean) => void;
}

const told = ['firstName', 'lastName', 'email', 'phone'] as const;
const empty: NewCaseDraft = {
  subject: '',
  note: '',
  status: 'open',
  tags: [],
  firstName: '',
  lastName: '',
  email: '',
  phone: '',
};

/** The form of a new case. The ids are chosen with the form: pressing again after a lost answer opens no second case. */
export function useNewCase({ client, createId, prefill, onCreated }: UseNewCaseOptions): NewCase {
  const [usesTask, setUsesTask] = useState(prefill !== undefined);
  const [base] = useState<NewCaseDraft>(() => ({ ...empty, ...(prefill && pick(prefill)) }));
  const [draft, setDraft] = useState(base);
  const [errors, setErrors] = useState<EditForm<NewCaseDraft>['errors']>({});
  const [progress, setProgress] = useState<Progress>(idle);
  const ids = useRef<{ caseId: string; noteId: string }>();
  const mounted = useMounted();

  const set: EditForm<NewCaseDraft>['set'] = (field, value) => {
    setDraft((before) => ({ ...before, [field]: value }));
    setErrors(({ [field]: _mended, ...others }) => others);
    setProgress(idle);
  };

  const setTaskUse = (use: boolean) => {
    setUsesTask(use);
    if (!prefill) return;
    // What the task told comes and goes with it; what the agent wrote stays.
    setDraft((before) => {
      const replaced = told.map((name) => {
        const isTaskOwn = before[name] === (use ? '' : prefill[name]);
        return [name, isTaskOwn ? (use ? prefill[name] : '') : before[name]];
      });
      return { ...before, ...Object.fromEntries(replaced) };
    });
  };

  const save = async () => {
    if (progress.kind === 'saving') return;
    setErrors({});
    setProgress({ kind: 'saving', message: text('edit.saving') });
    ids.current ??= { caseId: createId(), noteId: createId() };
    const task = usesTask && prefill ? prefill.task : null;
    const result = await client.createCase({ ...ids.current, task, fields: { ...draft, tags: [...draft.tags] } });
    if (!mounted.current) return;
    if (result.kind === 'case') return onCreated(result.case, task !== null);
    if (result.kind === 'cancelled') return setProgress(idle);
    const field = result.kind === 'refused' ? result.field?.split('.')[1] : undefined;
    if (field !== undefined && field in draft) {
      setErrors({ [field]: result.message });
      return setProgress({ kind: 'failed', message: text('edit.invalid') });
    }
    const key = result.kind === 'unreachable' ? 'edit.unknown' : 'edit.failed';
    setProgress({ kind: 'failed', message: text(key, { reason: result.message }) });
  };

  const touched = Object.keys(draft).some((name) => JSON.stringify(draft[name]) !== JSON.stringify(base[name]));
  const form = { base, version: 0, draft, theirs: {}, errors, progress, touched, set, save };
  return { form, usesTask, setTaskUse };
}

const pick = ({ firstName, lastName, email, phone }: TaskPrefill) => ({ firstName, lastName, email, phone });
