import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import React from 'react';
import { KnowledgeTab } from '../knowledge-panel/knowledge-tab';
import { text } from '../strings/text';
import { CaseById } from './case-by-id';
import type { CasePanelDependencies } from './case-panel';
import { caseReference } from './case-reference';
import type { NamedTask } from './case-task';
import { NewCaseForm } from './new-case/new-case-form';
import { NoCase } from './no-case';
import { PanelMessage } from './panel-message';

export interface CasePlaceProps extends CasePanelDependencies {
  task: NamedTask | null | undefined;
}

type Place = { kind: 'own' } | { kind: 'new' } | { kind: 'other'; caseId: string };

/** What the panel is at: the task's own case, a new one, or another one that was opened from here. */
export const CasePlace: React.FC<CasePlaceProps> = ({ task, ...dependencies }) => {
  const [place, setPlace] = React.useState<Place>({ kind: 'own' });
  // Counts how often the task got another case: it is loaded anew.
  const [round, setRound] = React.useState(0);
  const { opener, goBack } = useWayBack(() => setPlace({ kind: 'own' }));
  const reload = () => {
    setRound((before) => before + 1);
    goBack();
  };
  if (place.kind === 'new') {
    const onCreated: React.ComponentProps<typeof NewCaseForm>['onCreated'] = (view, usedTask) =>
      usedTask && view.links.length > 0 ? reload() : setPlace({ kind: 'other', caseId: view.id });
    return <NewCaseForm task={task} onCreated={onCreated} onCancel={goBack} {...dependencies} />;
  }
  if (place.kind === 'other') {
    return (
      <>
        <Box paddingX="space70" paddingTop="space50">
          <Button variant="link" onClick={goBack}>
            {text('panel.back')}
          </Button>
        </Box>
        <CaseById key={place.caseId} reference={{ caseId: place.caseId }} {...dependencies} />
      </>
    );
  }
  const absent = task ? (
    <>
      <NoCase task={task} work={dependencies.work} onLinked={reload} />
      <Box padding="space70">
        <KnowledgeTab task={task} {...dependencies} />
      </Box>
    </>
  ) : (
    <PanelMessage heading={text('panel.no-task.heading')} text={text('panel.no-task.text')} />
  );
  return (
    <>
      <CaseById
        key={round}
        reference={task ? caseReference(task) : undefined}
        own={task ? { task, onMoved: reload } : undefined}
        absent={absent}
        instead={task && <NoCase task={task} work={dependencies.work} onLinked={reload} deleted />}
        {...dependencies}
      />
      <Box paddingX="space70" paddingBottom="space70">
        <Button ref={opener} variant="secondary" size="small" onClick={() => setPlace({ kind: 'new' })}>
          {text('new-case.add')}
        </Button>
      </Box>
    </>
  );
};

/** Goes back, and puts the focus where the way began. */
function useWayBack(leave: () => void) {
  const opener = React.useRef<HTMLButtonElement>(null);
  const goBack = () => {
    leave();
    // Once the button is there again.
    setTimeout(() => opener.current?.focus());
  };
  return { opener, goBack };
}
