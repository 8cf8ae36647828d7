import type { Queryable } from '@discord-channel/database';
import { readOperatingHours, saveOperatingHours } from '@discord-channel/virtual-agent';
import type { REST } from '@discordjs/rest';
import { readServerObjects } from '../store/server-objects';
import { applyPlan } from './apply-plan';
import { describePlan } from './describe-plan';
import { planHours } from './plan-hours';
import { planServer } from './plan-server';
import { readApplication, readServer } from './read-server';
import { inviteLink, namePermissions } from './required-permissions';
import type { ServerConfig } from './server-config';

export interface SetUpServerOptions {
  db: Queryable;
  rest: REST;
  config: ServerConfig;
  /** Asked once the plan has been shown; the steps are done only if it says so. */
  shallApply: () => Promise<boolean>;
  onProgress: (line: string) => void;
}

export type SetUpOutcome = 'nothing-to-do' | 'applied' | 'only-planned' | 'missing-permissions';

/**
 * Makes a Discord server what its configuration says: reads it, shows what would be done, does it if that is wanted.
 * A second run has nothing to do. Without a permission that it needs it does nothing, and says which one that is.
 * @throws ServerSetupError when there is nothing to plan with.
 */
export async function setUpServer(options: SetUpServerOptions): Promise<SetUpOutcome> {
  const { db, rest, config, shallApply, onProgress } = options;
  const application = await readApplication(rest);
  const server = { applicationId: application.applicationId, guildId: config.guildId };
  const present = await readServer(rest, application, config, await readServerObjects(db, server));
  const plan = planServer(config, present);
  onProgress(`Server "${present.name}" (${config.guildId})`);
  const hours = planHours(await readOperatingHours(db, server), config.hours);
  for (const line of [...describePlan(plan), ...hours]) onProgress(line);

  if (plan.missing !== 0n) {
    onProgress(`The bot lacks in the server: ${namePermissions(plan.missing).join(', ')}.`);
    onProgress(
      `An admin of the server grants exactly what it needs here:\n${inviteLink(server.applicationId, server.guildId)}`,
    );
  }
  for (const { name, missing } of plan.missingIn) {
    onProgress(
      `The bot lacks in #${name}: ${namePermissions(missing).join(', ')}. Allow it in the channel's settings.`,
    );
  }
  if (plan.missing !== 0n || plan.missingIn.length > 0) return 'missing-permissions';
  const steps = plan.steps.length + (hours.length > 0 ? 1 : 0);
  if (steps === 0) {
    onProgress('Nothing to do.');
    return 'nothing-to-do';
  }
  if (!(await shallApply())) return 'only-planned';
  await applyPlan(plan.steps, { db, rest, config, present, onDone: () => undefined });
  if (hours.length > 0) await saveOperatingHours(db, server, config.hours);
  onProgress(`Done: ${steps} ${steps === 1 ? 'step' : 'steps'}.`);
  return 'applied';
}
