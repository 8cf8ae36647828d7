import type { CaseChanges, CasePriority, CaseView } from '@discord-channel/contracts';
import type { CaseFactsProps } from './case-facts';
import { type CustomKeys, splitCustomKeys, toCustomKeys } from './custom-fields/custom-keys';
import { describeChanges } from './describe-changes';
import { type EditForm, useEditForm } from './editing/use-edit-form';

/** What the form holds; empty is nothing. The owner is a Flex identity. */
type CaseEditFields = {
  subject: string;
  priority: CasePriority;
  category: string;
  tags: readonly string[];
  owner: string;
  followUpOn: string;
} & CustomKeys;

/** The form that edits a case. */
export function useCaseEdit(props: CaseFactsProps & { onSaved: () => void }): EditForm<CaseEditFields> {
  const { case: view, client, write, onSaved } = props;
  return useEditForm<CaseEditFields>({
    current: toFields(view),
    version: view.version,
    view,
    send: (changes, version) =>
      write(({ id: caseId }) => client.editCase({ caseId, version, changes: toChanges(changes) })),
    describe: (now = view) => describeChanges(view, now),
    onSaved,
  });
}

const toFields = (view: CaseView): CaseEditFields => ({
  subject: view.subject,
  priority: view.priority,
  category: view.category ?? '',
  tags: view.tags,
  owner: view.owner?.id ?? '',
  followUpOn: view.followUpOn ?? '',
  ...toCustomKeys(view.customValues),
});

function toChanges(fields: Partial<CaseEditFields>): CaseChanges {
  const { plain, customValues } = splitCustomKeys(fields as CaseEditFields);
  const { owner, followUpOn, tags, ...others } = plain as Partial<typeof plain>;
  return {
    ...others,
    ...(Object.keys(customValues).length > 0 && { customValues }),
    ...(tags && { tags: [...tags] }),
    ...(owner !== undefined && { owner: owner === '' ? null : { kind: 'agent', id: owner } }),
    ...(followUpOn !== undefined && { followUpOn: followUpOn === '' ? null : followUpOn }),
  };
}
