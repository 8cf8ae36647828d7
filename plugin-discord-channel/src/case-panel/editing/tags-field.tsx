import React from 'react';
import { text } from '../../strings/text';
import { useTeamSettings } from '../custom-fields/custom-fields-context';
import type { FieldValues } from './rebase';
import type { EditForm } from './use-edit-form';
import { WordsField } from './words-field';

export interface TagsFieldProps<Fields extends FieldValues> {
  form: EditForm<Fields>;
  /** For a search, which may also ask for tags that cases have and the team does not offer. */
  all?: boolean;
}

/** Tags as pills, with those of the team to choose from. Others can be typed all the same. */
export function TagsField<Fields extends FieldValues & { tags: readonly string[] }>(
  props: TagsFieldProps<Fields>,
): React.ReactElement {
  const { form, all = false } = props;
  const settings = useTeamSettings();
  const client = settings?.client;
  const round = settings?.round;
  const [tags, setTags] = React.useState<readonly string[]>([]);
  // Asked for anew with each form, and when somebody changes them while it is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew.
  React.useEffect(() => {
    const controller = new AbortController();
    client?.findTags(controller.signal).then((result) => {
      if (controller.signal.aborted || result.kind !== 'tags') return;
      setTags(result.tags.filter(({ offered }) => all || offered).map(({ name }) => name));
    });
    return () => controller.abort();
  }, [client, round, all]);
  return <WordsField form={form} name="tags" label={text('field.tags')} offered={tags} />;
}
