import { z } from 'zod';
import { caseLimits, casePriority } from './case-view';

/** One line of text; ends of lines and what cannot be seen become spaces. Postgres holds no NUL. */
export const line = z.string('Write text here.').transform((text) => text.replace(/\p{Cc}+/gu, ' ').trim());

/** Text of several lines without NUL, which Postgres cannot hold. */
export const paragraph = z.string('Write text here.').transform((text) => text.replaceAll('\u0000', '').trim());

/** A text that may be taken away: empty counts as taken away. */
export const optional = (text: z.ZodType<string, string>, limit: number, name: string) =>
  text
    .pipe(z.string().max(limit, `${name} holds at most ${limit} characters.`))
    .transform((value) => (value === '' ? null : value))
    .nullable();

/** Words to find things by: in the order given, each once, however it is capitalised. */
export const words = (name: string) =>
  z
    .array(
      line.pipe(
        z
          .string()
          .min(1, `${name} cannot be empty.`)
          .max(caseLimits.tag, `${name} holds at most ${caseLimits.tag} characters.`),
      ),
      'Give a list of words.',
    )
    .transform((all) => [...new Map([...all].reverse().map((word) => [word.toLowerCase(), word])).values()].reverse())
    .pipe(z.array(z.string()).max(caseLimits.tags, `At most ${caseLimits.tags} fit here.`));

/** What changes in the fields that the team defined, by their ids; empty takes it away, what is left out stays. */
export const customValueChanges = z.record(
  z.uuid(),
  line.pipe(z.string().max(caseLimits.customText, `At most ${caseLimits.customText} characters fit here.`)),
);
export type CustomValueChanges = z.infer<typeof customValueChanges>;

/** Who shall own a case: the agent who asks, or one who is known. */
export const newOwner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('me') }),
  z.object({ kind: z.literal('agent'), id: z.string().min(1).max(200) }),
]);
export type NewOwner = z.infer<typeof newOwner>;

/** What an agent changes; what is left out stays. */
export const caseChanges = z
  .strictObject({
    subject: line.pipe(
      z
        .string()
        .min(1, 'A case needs a subject.')
        .max(caseLimits.subject, `A subject holds at most ${caseLimits.subject} characters.`),
    ),
    priority: casePriority,
    category: optional(line, caseLimits.category, 'A category'),
    tags: words('A tag'),
    owner: newOwner.nullable(),
    followUpOn: z.iso.date('Give a day, such as 2027-01-31.').nullable(),
    elevationReason: optional(paragraph, caseLimits.reason, 'A reason'),
    resolution: optional(paragraph, caseLimits.reason, 'A resolution'),
    customValues: customValueChanges,
  })
  .partial();
export type CaseChanges = z.infer<typeof caseChanges>;

export const editCaseRequest = z.object({
  caseId: z.uuid(),
  /** The version the agent looked at; another one is answered with `stale-version`. */
  version: z.number().int().positive(),
  changes: caseChanges,
});
export type EditCaseRequest = z.infer<typeof editCaseRequest>;

/** The agents whom a case can be given to, by name. */
export const findAgentsRequest = z.object({});
export const agentListResponse = z.object({ agents: z.array(z.object({ id: z.string(), name: z.string() })) });
export type AgentListResponse = z.infer<typeof agentListResponse>;
