import type { Widget } from './widget';

/** Sets `flow.variables`, in the order given: a later one may use an earlier one. */
export const setVariables: Widget = ({ state, execution, render }) => {
  for (const { key, value } of state.properties.variables as readonly { key: string; value: string }[]) {
    execution.variables.flow.variables[key] = render(value);
  }
  return { event: 'next' };
};
