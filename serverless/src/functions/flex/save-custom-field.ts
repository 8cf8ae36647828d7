import { saveCustomField } from '@discord-channel/case-management';
import { customFieldLimits, saveCustomFieldRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { leads, panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { keepWarm } from '../../runtime/keep-warm';

const wrong = (message: string, field?: string) =>
  ({ kind: 'refused', refusal: panelRefusals.invalidRequest(message, field) }) as const;

/** A supervisor defines a field, or changes its name or options. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: saveCustomFieldRequest,
  roles: leads,
  run: async (pool, field) => {
    const result = await saveCustomField(pool, field);
    switch (result.kind) {
      case 'saved':
        return { kind: 'answer', answer: { fields: result.fields } };
      case 'name-taken':
        return wrong('Another field is called so. Choose another name.', 'name');
      case 'stale':
        return wrong('Somebody else changed or deleted this field in the meantime. Look at it anew and decide again.');
      case 'too-many':
        return wrong(`There are ${customFieldLimits.fields} fields already. Delete one that is not needed.`);
    }
  },
});
