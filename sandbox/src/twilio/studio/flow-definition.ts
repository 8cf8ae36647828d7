/** A condition of a transition out of a split. */
export interface FlowCondition {
  friendly_name?: string;
  arguments: readonly string[];
  type: string;
  value: string;
}

export interface FlowTransition {
  event: string;
  next?: string;
  conditions?: readonly FlowCondition[];
}

/** A widget of a flow. */
export interface FlowState {
  name: string;
  type: string;
  properties: Readonly<Record<string, unknown>>;
  transitions: readonly FlowTransition[];
}

/** A Studio flow, in the format of `schemas.twilio.com/studio/draft/2019-09/flow-definition`. */
export interface FlowDefinition {
  description: string;
  states: readonly FlowState[];
  initial_state: string;
  flags?: { allow_concurrent_calls: boolean };
}
