import type { CaseView } from '@discord-channel/contracts';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ContactResult, PanelFailure, PanelResult } from '../../functions-api/panel-result';
import { text } from '../../strings/text';
import { customKey } from '../custom-fields/custom-keys';
import { idle, type Progress } from '../progress';
import { useMounted } from '../use-case';
import { changedFields, type Editing, type FieldValue, type FieldValues, rebase } from './rebase';

export interface UseEditFormOptions<Fields extends FieldValues> {
  /** What the server has, as far as it is known, and the version that it has it at. */
  current: Fields;
  version: number;
  /** The case that it is about, to tell what changed in it. */
  view?: CaseView;
  /** Sends what changed, naming the version it was decided on. */
  send: (changes: Partial<Fields>, version: number) => Promise<PanelResult | ContactResult>;
  /** What changed since this form was rendered, in sentences. */
  describe: (now: CaseView | undefined) => string;
  onSaved: () => void;
}

export interface EditForm<Fields extends FieldValues> extends Editing<Fields> {
  /** What is wrong, at the field that it is wrong in. */
  errors: Partial<Record<string, string>>;
  progress: Progress;
  /** True when the agent changed something that is not saved. */
  touched: boolean;
  set: (field: keyof Fields & string, value: FieldValue) => void;
  save: () => void;
}

/**
 * A form over fields that others may change at the same time. Only what the agent changed is sent, in one request.
 * When somebody else was faster nothing is saved: their changes come into the form, the agent's own stay, and the next
 * press saves knowingly. What is heard of meanwhile comes in likewise, and the agent is told.
 */
export function useEditForm<Fields extends FieldValues>(options: UseEditFormOptions<Fields>): EditForm<Fields> {
  const { current, version, view, send, describe, onSaved } = options;
  const [editing, setEditing] = useState<Editing<Fields>>({ base: current, version, draft: current, theirs: {} });
  const [errors, setErrors] = useState<EditForm<Fields>['errors']>({});
  const [progress, setProgress] = useState<Progress>(idle);
  const changes = changedFields(editing);
  const touched = Object.keys(changes).length > 0;
  const latest = useRef({ current, view, touched });
  latest.current = { current, view, touched };
  const describeSince = useRef({ version, describe });
  const mounted = useMounted();
  /** What came of saving is told by `save` alone, also when the newer version was seen at the same moment. */
  const saving = useRef(false);

  // A newer version came in, by a refusal or by another change: the form goes on from it.
  useEffect(() => {
    const since = describeSince.current;
    if (since.version === version) return;
    setEditing((before) => (before.version === version ? before : rebase(before, latest.current.current, version)));
    if (!latest.current.touched || saving.current) return;
    const message = text('edit.told', { changes: since.describe(latest.current.view) });
    setProgress({ kind: 'told', message });
  }, [version]);
  useEffect(() => {
    describeSince.current = { version, describe };
  });

  const set = useCallback((field: keyof Fields & string, value: FieldValue) => {
    setEditing((before) => {
      const { [field]: _decided, ...theirs } = before.theirs;
      return { ...before, draft: { ...before.draft, [field]: value }, theirs: theirs as Partial<Fields> };
    });
    setErrors(({ [field]: _mended, ...others }) => others);
    setProgress(idle);
  }, []);

  const save = async () => {
    if (saving.current) return;
    saving.current = true;
    await sendChanges();
    saving.current = false;
  };

  const sendChanges = async () => {
    if (!touched) return onSaved();
    setErrors({});
    setProgress({ kind: 'saving', message: text('edit.saving') });
    const result = await send(changes, editing.version);
    if (!mounted.current) return;
    if (result.kind === 'case' || result.kind === 'contact') return onSaved();
    if (result.kind === 'cancelled') return setProgress(idle);
    const field = result.kind === 'refused' ? fieldOf(result.field) : undefined;
    if (field !== undefined && field in editing.draft) {
      setErrors({ [field]: result.message });
      return setProgress({ kind: 'failed', message: text('edit.invalid') });
    }
    setProgress({ kind: 'failed', message: explain(result, describe) });
  };

  return { ...editing, errors, progress, touched, set, save };
}

/** The form's field at a path of the request, such as `changes.subject`. */
function fieldOf(path: string | undefined): string | undefined {
  const [, field, customFieldId] = path?.split('.') ?? [];
  return field === 'customValues' && customFieldId !== undefined ? customKey(customFieldId) : field;
}

function explain(
  result: Exclude<PanelFailure, { kind: 'cancelled' }>,
  describe: (now: CaseView | undefined) => string,
): string {
  const isStale = result.kind === 'refused' && result.code === 'stale-version';
  if (isStale) return text('edit.stale', { changes: describe(result.current) });
  return text(result.kind === 'unreachable' ? 'edit.unknown' : 'edit.failed', { reason: result.message });
}
