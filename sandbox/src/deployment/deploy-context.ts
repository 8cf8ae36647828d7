import type { DocumentedCommands } from './read-documented-commands';
import type { DeployTarget } from './start-deploy-target';

/** What the steps of the check share. */
export interface DeployContext {
  /** The clean clone. */
  clone: string;
  /** The admin guide's commands. */
  commands: DocumentedCommands;
  /** Runs one in the clone, or in a folder of it. */
  run(command: string, folder?: string): Promise<string>;
  target: DeployTarget;
  authToken: string;
  /** Texts that nothing uploaded may contain. */
  forbidden: readonly string[];
  /** Counts and tells one step. */
  step<T>(title: string, run: () => Promise<T>): Promise<T>;
}
