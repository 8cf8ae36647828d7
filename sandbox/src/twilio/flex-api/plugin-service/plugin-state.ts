/** What a Flex project has in its plugin registry. Names are those of the API's answers. */
export interface FlexPlugin {
  sid: string;
  unique_name: string;
  friendly_name: string;
  description: string;
}

export interface FlexPluginVersion {
  sid: string;
  plugin_sid: string;
  version: string;
  /** Where Flex loads the bundle from. */
  plugin_url: string;
  changelog: string;
  private: boolean;
}

export interface FlexPluginConfiguration {
  sid: string;
  name: string;
  description: string;
  plugins: readonly { plugin: FlexPlugin; version: FlexPluginVersion; phase: number }[];
}

export interface FlexPluginRelease {
  sid: string;
  configuration_sid: string;
}

/** All lists have the newest first, as the API answers them. */
export interface PluginState {
  readonly plugins: FlexPlugin[];
  readonly versions: FlexPluginVersion[];
  readonly configurations: FlexPluginConfiguration[];
  readonly releases: FlexPluginRelease[];
}

/** A project without plugins. */
export function createPluginState(): PluginState {
  return { plugins: [], versions: [], configurations: [], releases: [] };
}

/** What Flex loads: the plugins of the newest release's configuration. */
export function releasedPlugins({ releases, configurations }: PluginState): FlexPluginConfiguration['plugins'] {
  const active = configurations.find(({ sid }) => sid === releases[0]?.configuration_sid);
  return active?.plugins ?? [];
}
