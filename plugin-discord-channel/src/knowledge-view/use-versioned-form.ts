import { useState } from 'react';
import { changedFields, type Editing, type FieldValues, rebase } from '../case-panel/editing/rebase';
import type { EditForm } from '../case-panel/editing/use-edit-form';
import { idle, type Progress } from '../case-panel/progress';
import { useMounted } from '../case-panel/use-case';
import type { PanelFailure } from '../functions-api/panel-result';
import { text } from '../strings/text';

/** What came of saving a form. */
export type Attempt<Fields> =
  | { kind: 'saved' }
  /** Somebody was faster. */
  | { kind: 'stale'; current: Fields; version: number; by: string }
  /** Somebody deleted it. */
  | { kind: 'gone' }
  | PanelFailure;

export interface UseVersionedFormOptions<Fields extends FieldValues> {
  current: Fields;
  /** Null for something new. */
  version: number | null;
  send: (draft: Fields, version: number | null) => Promise<Attempt<Fields>>;
  /** Words for something that was deleted meanwhile; saved again it is new. */
  gone: string;
  /** The form's field at a path of the request. */
  fieldOf: (path: string) => string | undefined;
  onSaved: () => void;
}

/**
 * A form over something that others may change at the same time. When somebody else was faster nothing is saved: their
 * changes come into the form, what was typed stays, and the next press saves knowingly.
 */
export function useVersionedForm<Fields extends FieldValues>(
  options: UseVersionedFormOptions<Fields>,
): EditForm<Fields> {
  const { current, send, gone, fieldOf, onSaved } = options;
  const [editing, setEditing] = useState<Editing<Fields>>(() => ({
    base: current,
    version: options.version ?? 0,
    draft: current,
    theirs: {},
  }));
  const [isNew, setIsNew] = useState(options.version === null);
  const [errors, setErrors] = useState<EditForm<Fields>['errors']>({});
  const [progress, setProgress] = useState<Progress>(idle);
  const mounted = useMounted();
  const touched = Object.keys(changedFields(editing)).length > 0;

  const fail = (result: Exclude<Attempt<Fields>, { kind: 'saved' | 'stale' | 'gone' | 'cancelled' }>) => {
    const field = result.kind === 'refused' && result.field !== undefined ? fieldOf(result.field) : undefined;
    if (field !== undefined && field in editing.draft) {
      setErrors({ [field]: result.message });
      return setProgress({ kind: 'failed', message: text('edit.invalid') });
    }
    const key = result.kind === 'unreachable' ? 'edit.unknown' : 'edit.failed';
    setProgress({ kind: 'failed', message: text(key, { reason: result.message }) });
  };

  const save = async () => {
    if (progress.kind === 'saving') return;
    if (!touched && !isNew) return onSaved();
    setErrors({});
    setProgress({ kind: 'saving', message: text('edit.saving') });
    const result = await send(editing.draft, isNew ? null : editing.version);
    if (!mounted.current) return;
    if (result.kind === 'saved') return onSaved();
    if (result.kind === 'cancelled') return setProgress(idle);
    if (result.kind === 'gone') {
      setIsNew(true);
      return setProgress({ kind: 'failed', message: gone });
    }
    if (result.kind !== 'stale') return fail(result);
    setEditing((before) => rebase(before, result.current, result.version));
    setProgress({ kind: 'failed', message: text('versioned.stale', { name: result.by }) });
  };

  return {
    ...editing,
    errors,
    progress,
    touched,
    set: (field, value) => {
      setEditing((before) => {
        const { [field]: _decided, ...theirs } = before.theirs;
        return { ...before, draft: { ...before.draft, [field]: value }, theirs: theirs as Partial<Fields> };
      });
      setErrors(({ [field]: _mended, ...others }) => others);
      setProgress(idle);
    },
    save,
  };
}
