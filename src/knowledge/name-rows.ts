import { z } from 'zod';

const evidence = {
  examples: z.array(z.string()).min(1),
  not: z.array(z.string()).min(1),
};

/** A known data set or method; a numbered variant is a row of its own in the same family. */
export const nameRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Other spellings of the same thing. */
  aliases: z.array(z.string()),
  /** Id of the row that the variants of one line of work share. */
  family: z.string(),
  /** An ordinary word, a platform or a series as well: counts only beside words that say what it is. */
  cautious: z.boolean().optional(),
  ...evidence,
});
export type NameRow = z.infer<typeof nameRow>;

/** A known task; unknown ones are found by the head nouns of `task-words.json`. */
export const taskRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  /** A technique is how papers work more often than what they are about, a field where they belong. */
  kind: z.enum(['problem', 'technique', 'field']),
  ...evidence,
});
export type TaskRow = z.infer<typeof taskRow>;

/** Words beside a name that tell what kind of thing it is, or in which role it stands; `neither` speaks against both. */
export const nameCueRow = z.strictObject({
  id: z.string(),
  kind: z.enum(['dataset', 'method', 'neither']),
  /** `head` right after the name, `verb` after it as its predicate, `before` in front of it, `part` in front of what a method is made of, `noun` behind such a part, `aside` in front of a name that a description follows. */
  side: z.enum(['head', 'verb', 'before', 'part', 'noun', 'aside']),
  words: z.array(z.string()).min(1),
  weight: z.number(),
  /** `subject` says that the name does something, which is rather the paper's own than another's. */
  role: z
    .enum(['evaluated', 'training', 'introduced', 'proposed', 'subject', 'base', 'baseline'])
    .nullable(),
  note: z.string(),
  ...evidence,
});
export type NameCueRow = z.infer<typeof nameCueRow>;

/** Words that the reading of names and tasks asks for together. */
export const wordListRow = z.strictObject({
  id: z.string(),
  words: z.array(z.string()).min(1),
  note: z.string(),
});
export type WordListRow = z.infer<typeof wordListRow>;

/** A form that looks like a name and is none: a field-wide term, an organisation, hardware, a language. */
export const genericNameRow = z.strictObject({
  id: z.string(),
  surface: z.string(),
  reason: z.string(),
});
export type GenericNameRow = z.infer<typeof genericNameRow>;
