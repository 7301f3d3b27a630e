import { z } from 'zod';
import { ClaimgraphError } from '../domain/index.js';

const optional = z.boolean().optional();
const name = z.object({
  name: z.string(),
  role: z.string(),
  aliases: z.array(z.string()).optional(),
  optional,
});
const result = z.object({
  quote: z.string(),
  value: z.number(),
  high: z.number().nullish(),
  unit: z.string(),
  form: z.string(),
  direction: z.string().nullable(),
  better: z.boolean().nullable(),
  bound: z.string(),
  metric: z.string().nullable(),
  category: z.string(),
  dataset: z.string().nullish(),
  task: z.string().nullish(),
  subject: z.string().nullish(),
  baseline: z.string().nullish(),
  optional,
});
const annotated = z.object({
  id: z.string(),
  datasets: z.array(name),
  models: z.array(name),
  tasks: z.array(z.string()),
  tasks_optional: z.array(z.string()).optional(),
  results: z.array(result),
});
const text = z.object({ id: z.string(), title: z.string(), abstract: z.string() });

/** A name, with the entries of one annotation that are one thing. */
export type AnnotatedName = z.infer<typeof name>;
export type AnnotatedResult = z.infer<typeof result>;
/** What a careful reader found in one paper; an `optional` entry counts neither as a miss nor as a false alarm. */
export type AnnotatedPaper = z.infer<typeof annotated>;
export type PaperText = z.infer<typeof text>;

/** @throws ClaimgraphError naming the input and the line that does not fit */
export const readAnnotation = (content: string, input: string): AnnotatedPaper[] =>
  parseLines(content, input, annotated);

/** @throws ClaimgraphError naming the input and the line that does not fit */
export const readTexts = (content: string, input: string): PaperText[] =>
  parseLines(content, input, text);

function parseLines<T>(content: string, input: string, shape: z.ZodType<T>): T[] {
  if (content.trimStart().startsWith('[')) return parse(content, input, z.array(shape));
  return content
    .split('\n')
    .flatMap((line, at) =>
      line.trim() === '' ? [] : [parse(line, `${input}, line ${at + 1}`, shape)],
    );
}

function parse<T>(json: string, where: string, shape: z.ZodType<T>): T {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw new ClaimgraphError('BAD_USER_INPUT', `${where}: this is not JSON.`, { cause: error });
  }
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const message = issue?.message ?? 'not valid';
  const said = issue?.path.length ? `"${issue.path.join('.')}": ${message}` : message;
  throw new ClaimgraphError(
    'BAD_USER_INPUT',
    `${where}: ${said}. \`claimgraph eval --help\` shows the format.`,
  );
}
