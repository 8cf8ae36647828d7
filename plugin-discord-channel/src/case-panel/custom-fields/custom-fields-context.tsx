import type { CustomField } from '@discord-channel/contracts';
import React from 'react';
import type { SettingsClient } from '../../functions-api/settings-client';

const CustomFieldsContext = React.createContext<readonly CustomField[]>([]);

const SettingsContext = React.createContext<SettingsClient | undefined>(undefined);

/** What asks for the team's settings; undefined outside of the provider. */
export const useSettingsClient = (): SettingsClient | undefined => React.useContext(SettingsContext);

/** The fields that the team defined, also those that were deleted; none while they are not known. */
export const useCustomFields = (): readonly CustomField[] => React.useContext(CustomFieldsContext);

export interface CustomFieldsProviderProps {
  settings: SettingsClient;
  /** What is known better: after a change, the fields as they are then. */
  known?: readonly CustomField[];
}

/** Asks once for the team's fields and gives them to everything inside. */
export const CustomFieldsProvider: React.FC<CustomFieldsProviderProps> = ({ settings, known, children }) => {
  const [fields, setFields] = React.useState<readonly CustomField[]>([]);
  React.useEffect(() => {
    const controller = new AbortController();
    settings.findCustomFields(controller.signal).then((result) => {
      if (!controller.signal.aborted && result.kind === 'fields') setFields(result.fields);
    });
    return () => controller.abort();
  }, [settings]);
  return (
    <SettingsContext.Provider value={settings}>
      <CustomFieldsContext.Provider value={known ?? fields}>{children}</CustomFieldsContext.Provider>
    </SettingsContext.Provider>
  );
};
