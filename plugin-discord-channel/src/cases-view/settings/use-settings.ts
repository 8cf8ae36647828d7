import type { ChangeTagRequest, CustomField, SaveCustomFieldRequest, Tag } from '@discord-channel/contracts';
import { useCallback, useEffect, useState } from 'react';
import { useMounted } from '../../case-panel/use-case';
import type { PanelFailure } from '../../functions-api/panel-result';
import type { SettingsClient } from '../../functions-api/settings-client';

/** What is wrong with a field that was to be saved, and where in its form. */
export interface WrongField {
  at: 'name' | 'options';
  message: string;
}

export interface Settings {
  /** Undefined while they are not known. */
  fields: readonly CustomField[] | undefined;
  tags: readonly Tag[] | undefined;
  busy: boolean;
  /** Why the last thing came to nothing, in words. */
  failure: string | undefined;
  reload: () => void;
  /** What is wrong with it, if the form has a place for that; every other failure stands in `failure`. */
  saveField: (field: SaveCustomFieldRequest) => Promise<'saved' | 'failed' | WrongField>;
  /** True when it was done. */
  deleteField: (id: string) => Promise<boolean>;
  changeTag: (change: ChangeTagRequest) => Promise<boolean>;
}

/**
 * What the team defined for its cases, and the ways to change it.
 * @param round looked at anew, in silence, whenever it is another one: somebody else changed something
 */
export function useSettings(client: SettingsClient, round = 0): Settings {
  const [fields, setFields] = useState<readonly CustomField[]>();
  const [tags, setTags] = useState<readonly Tag[]>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const mounted = useMounted();

  /** Runs one call; what came of it is handed on only while somebody looks. */
  const run = useCallback(
    async <Success extends { kind: string }>(
      call: Promise<Success | PanelFailure>,
      take: (success: Success) => void,
      isToldElsewhere: (failure: PanelFailure) => boolean = () => false,
    ): Promise<boolean> => {
      setBusy(true);
      setFailure(undefined);
      const result = await call;
      if (!mounted.current) return false;
      setBusy(false);
      if ('message' in result) {
        if (!isToldElsewhere(result)) setFailure(result.message);
        return false;
      }
      if (result.kind === 'cancelled') return false;
      take(result as Success);
      return true;
    },
    [mounted],
  );

  const reload = useCallback(() => {
    void run(client.findCustomFields(), (result) => setFields('fields' in result ? result.fields : undefined));
    void run(client.findTags(), (result) => setTags('tags' in result ? result.tags : undefined));
  }, [client, run]);
  useEffect(reload, [reload]);
  useEffect(() => {
    if (round === 0) return undefined;
    const controller = new AbortController();
    void client.findCustomFields(controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'fields') setFields(result.fields);
    });
    void client.findTags(controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'tags') setTags(result.tags);
    });
    return () => controller.abort();
  }, [client, round]);

  /** Of many cases a request changes some, and tells how many are left. */
  const changeTag = async (change: ChangeTagRequest): Promise<boolean> => {
    let remaining = 0;
    const done = await run(client.changeTag(change), (result) => {
      if (!('remaining' in result)) return;
      remaining = result.remaining;
      setTags(result.tags);
    });
    return done && remaining > 0 ? changeTag(change) : done;
  };

  const saveField = async (field: SaveCustomFieldRequest) => {
    let wrong: WrongField | undefined;
    const saved = await run(
      client.saveCustomField(field),
      (result) => 'fields' in result && setFields(result.fields),
      (failure) => {
        wrong = readWrongField(failure);
        return wrong !== undefined;
      },
    );
    return saved ? 'saved' : (wrong ?? 'failed');
  };

  return {
    fields,
    tags,
    busy,
    failure,
    reload,
    saveField,
    deleteField: (id) => run(client.deleteCustomField(id), (result) => 'fields' in result && setFields(result.fields)),
    changeTag,
  };
}

function readWrongField(failure: PanelFailure): WrongField | undefined {
  if (failure.kind !== 'refused') return undefined;
  // An option that is too long is named by its place among them.
  const at = (['name', 'options'] as const).find((part) => failure.field?.split('.')[0] === part);
  return at && { at, message: failure.message };
}
