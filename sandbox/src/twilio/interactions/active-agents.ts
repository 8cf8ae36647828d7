import type { Interaction, InteractionParticipant } from './model';

/** Agents who are in the conversation now. */
export function activeAgents(interaction: Interaction): readonly InteractionParticipant[] {
  return interaction.participants.filter(({ type, status }) => type === 'agent' && status === 'active');
}
