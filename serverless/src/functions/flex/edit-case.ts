import { editCase } from '@discord-channel/case-management';
import { editCaseRequest } from '@discord-channel/contracts';
import { openPanelApi } from '../../panel/open-panel-api';
import { panelFunction } from '../../panel/panel-function';
import { panelRefusals } from '../../panel/panel-refusals';
import { refuseMissingCase } from '../../panel/refuse-missing-case';
import { keepWarm } from '../../runtime/keep-warm';

const refused = (refusal: ReturnType<typeof panelRefusals.caseNotFound>) => ({ kind: 'refused', refusal }) as const;

/** An agent changes what stands in a case. */
export const handler = panelFunction({
  open: keepWarm(openPanelApi),
  request: editCaseRequest,
  run: async (pool, request, actor) => {
    const result = await editCase(pool, { ...request, actor });
    switch (result.kind) {
      case 'changed':
      case 'unchanged':
        return { kind: 'case', case: result.case };
      case 'stale':
        return refused(panelRefusals.staleVersion(result.current));
      case 'unknown-owner':
        return refused(
          panelRefusals.invalidRequest('This agent never worked on a case. Choose another one.', 'changes.owner'),
        );
      case 'wrong-status':
        return refused(
          panelRefusals.invalidRequest(
            result.field === 'resolution'
              ? 'Only a closed case has a resolution. Close it first.'
              : 'Only an elevated case has a reason for it. Elevate it first.',
            `changes.${result.field}`,
          ),
        );
      case 'wrong-custom-value':
        return refused(panelRefusals.wrongCustomValue(result));
      case 'not-found':
        return refuseMissingCase(pool, { caseId: request.caseId });
    }
  },
});
