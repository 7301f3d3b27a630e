import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ClaimgraphError } from '../../domain/index.js';
import { decideCorrection, proposeCorrection } from '../../store/index.js';
import {
  type CorrectionFilter,
  correctionList,
  type ResultRow,
} from '../../store/queries/index.js';
import { requireAuthority } from '../authorise.js';
import { checkInput } from '../check-input.js';
import type { Context } from '../context.js';
import { changedColumns, correctedNames } from '../correct-result.js';
import { rowIdOf } from '../global-id.js';
import { CorrectionChangesInput, CorrectionFilterInput } from '../inputs/correction.input.js';
import { PageArgs } from '../inputs/page.args.js';
import { toCorrection, toEvent } from '../map-corrections.js';
import { toResult } from '../map-rows.js';
import { readConnection } from '../read-list.js';
import {
  Correction,
  CorrectionConnection,
  CorrectionEvent,
  Decision,
} from '../types/correction.type.js';
import { Result } from '../types/result.type.js';

const MAX_REASON = 2000;

@Resolver(() => Correction)
export class CorrectionResolver {
  @Query(() => CorrectionConnection, {
    description: 'Corrections, proposed, applied, orphaned and past ones, latest first.',
  })
  corrections(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CorrectionFilterInput, {
      nullable: true,
      description: 'All corrections when left out.',
    })
    filter: CorrectionFilterInput | null,
  ) {
    checkInput(filter);
    const resultId = filter?.result ? rowIdOf('Result', filter.result) : null;
    const { status, madeBy } = filter ?? {};
    const read: CorrectionFilter = { status: status ?? null, madeBy: madeBy ?? null, resultId };
    return readConnection(context, correctionList(read), page, toCorrection);
  }

  @Mutation(() => Correction, {
    description: 'Proposes other values for a result. Asks for the key of this server.',
  })
  async proposeCorrection(
    @Ctx() context: Context,
    @Arg('result', () => ID, { description: 'Id of the result.' }) result: string,
    @Arg('changes', () => CorrectionChangesInput, { description: 'What should change.' })
    changes: CorrectionChangesInput,
    @Arg('reason', () => String, {
      description: `Why, for whoever decides: at most ${MAX_REASON} characters.`,
    })
    reason: string,
    @Arg('by', () => String, { description: 'Who proposes it: a name or an address.' }) by: string,
  ): Promise<Correction> {
    requireAuthority(context.authority);
    checkNote(reason, by);
    const resultId = rowIdOf('Result', result);
    const row = await context.loaders.result.load(resultId);
    if (!row) throw new ClaimgraphError('NOT_FOUND', 'The store has no such result.');
    // Mutations note no selection: the row was read whole.
    const columns = changedColumns(row as ResultRow, changes, context.renormalise);
    const proposal = { resultId, changes: columns, madeBy: by, reason };
    return toCorrection(await proposeCorrection(context.source, proposal));
  }

  @Mutation(() => Correction, {
    description: 'Accepts, rejects or withdraws a correction. Asks for the key of this server.',
  })
  async decideCorrection(
    @Ctx() context: Context,
    @Arg('correction', () => ID, { description: 'Id of the correction.' }) correction: string,
    @Arg('decision', () => Decision, { description: 'What is done about it.' }) decision: Decision,
    @Arg('note', () => String, { description: `Why: at most ${MAX_REASON} characters.` })
    note: string,
    @Arg('by', () => String, { description: 'Who decides: a name or an address.' }) by: string,
  ): Promise<Correction> {
    requireAuthority(context.authority);
    checkNote(note, by);
    const id = rowIdOf('Correction', correction);
    const row = await decideCorrection(context.source, id, decision, by, note, correctedNames);
    return toCorrection(row);
  }

  @FieldResolver(() => Result, {
    nullable: true,
    description: 'The result as it stands; null where its text has changed.',
  })
  async result(@Root() { resultId }: Correction, @Ctx() { loaders }: Context) {
    const row = await loaders.result.load(resultId);
    return row && toResult(row);
  }

  @FieldResolver(() => [CorrectionEvent], { description: 'All that was done, oldest first.' })
  async history(@Root() { rowId }: Correction, @Ctx() { loaders }: Context) {
    return (await loaders.correctionEvents.load(rowId)).map(toEvent);
  }
}

function checkNote(note: string, by: string): void {
  for (const [name, text, most] of [
    ['The reason', note, MAX_REASON],
    ['by', by, 200],
  ] as const) {
    if (text.trim() === '' || text.length > most || text.includes('\0') || !text.isWellFormed())
      throw new ClaimgraphError(
        'BAD_USER_INPUT',
        `${name} must be a text of 1 to ${most} characters.`,
      );
  }
}
