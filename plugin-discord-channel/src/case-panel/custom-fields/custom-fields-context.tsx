import type { CustomField } from '@discord-channel/contracts';
import React from 'react';
import type { SettingsClient } from '../../functions-api/settings-client';
import type { CaseFeed } from '../../live/case-feed';

/** What the team defines for its cases, and how to hear of it. */
export interface TeamSettings {
  client: SettingsClient;
  /** Grows with every change of the settings that is heard of: what was asked before is to be asked anew. */
  round: number;
  /** Takes fields that are known better than by asking: after an own change, as they are then. */
  takeFields: (fields: readonly CustomField[]) => void;
}

const CustomFieldsContext = React.createContext<readonly CustomField[]>([]);

const SettingsContext = React.createContext<TeamSettings | undefined>(undefined);

/** Undefined outside of the provider. */
export const useTeamSettings = (): TeamSettings | undefined => React.useContext(SettingsContext);

/** The fields that the team defined, also those that were deleted; none while they are not known. */
export const useCustomFields = (): readonly CustomField[] => React.useContext(CustomFieldsContext);

export interface CustomFieldsProviderProps {
  settings: SettingsClient;
  feed: CaseFeed;
}

/** Asks for the team's fields, anew whenever somebody changed them, and gives them to everything inside. */
export const CustomFieldsProvider: React.FC<CustomFieldsProviderProps> = ({ settings: client, feed, children }) => {
  const [fields, takeFields] = React.useState<readonly CustomField[]>([]);
  const [round, setRound] = React.useState(0);
  React.useEffect(() => feed.subscribeToSettings(() => setRound((before) => before + 1)), [feed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew.
  React.useEffect(() => {
    const controller = new AbortController();
    client.findCustomFields(controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'fields') takeFields(result.fields);
    });
    return () => controller.abort();
  }, [client, round]);
  const settings = React.useMemo(() => ({ client, round, takeFields }), [client, round]);
  return (
    <SettingsContext.Provider value={settings}>
      <CustomFieldsContext.Provider value={fields}>{children}</CustomFieldsContext.Provider>
    </SettingsContext.Provider>
  );
};
