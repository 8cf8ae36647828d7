import type { CaseStatus } from '@discord-channel/contracts';
import type { Queryable } from '@discord-channel/database';

/** What a player sees of a case all the time. */
export interface CaseCard {
  number: number;
  subject: string;
  status: CaseStatus;
  /** The agent who looks after it, as agents know each other. */
  ownerName: string | null;
  /** It is talked about in a conversation, so its player has a DM. */
  isTalkedAbout: boolean;
  player: { applicationId: string; userId: string } | null;
}

interface CaseCardRow {
  number: string;
  subject: string;
  status: CaseStatus;
  owner_name: string | null;
  is_talked_about: boolean;
  application_id: string | null;
  discord_user_id: string | null;
}

/** Undefined for a case that is not there. */
export async function readCaseCard(database: Queryable, caseId: string): Promise<CaseCard | undefined> {
  const { rows } = await database.query<CaseCardRow>(
    `select c.number, c.subject, c.status, c.owner_name, p.application_id, p.discord_user_id,
            exists (select from case_management.case_conversations l where l.case_id = c.id) as is_talked_about
       from case_management.cases c join case_management.contacts p on p.id = c.contact_id where c.id = $1`,
    [caseId],
  );
  const [row] = rows;
  return (
    row && {
      number: Number(row.number),
      subject: row.subject,
      status: row.status,
      ownerName: row.owner_name,
      isTalkedAbout: row.is_talked_about,
      player:
        row.application_id !== null && row.discord_user_id !== null
          ? { applicationId: row.application_id, userId: row.discord_user_id }
          : null,
    }
  );
}
