import { meetsCondition } from '../evaluate-condition';
import type { Widget } from './widget';

/** Leaves by the first transition all of whose conditions hold, else by `noMatch`. */
export const splitBasedOn: Widget = ({ state, render }) => {
  const transition = state.transitions.findIndex(
    ({ event, conditions = [] }) =>
      event === 'match' &&
      conditions.every(({ arguments: [input], type, value }) => meetsCondition(type, render(input), render(value))),
  );
  return transition < 0 ? { event: 'noMatch' } : { event: 'match', transition };
};
