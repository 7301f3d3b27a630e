import { pipeline } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ClaimgraphError } from '../domain/index.js';
import {
  type Database,
  EXPORTS,
  type ExportName,
  exportColumns,
  exportRows,
} from '../store/index.js';
import { type Conditions, markAnswer, registerConditionalGet } from './conditional-get.js';
import {
  EXPORT_FORMATS,
  type ExportFormat,
  exportFormatter,
  MEDIA_TYPES,
} from './export-formats.js';
import { registerRequestSignal, signalOf } from './request-signal.js';

export interface ExportOptions {
  readonly source: Database;
  readonly conditions: Conditions;
  /** Exports under way at once; each holds a connection for as long as its client reads. */
  readonly maxExports: number;
  /** Milliseconds. */
  readonly exportTimeout: number;
  /**
   * Takes what an export costs from what the client may use.
   * @throws ClaimgraphError when it is not there
   */
  charge(request: FastifyRequest, reply: FastifyReply): Promise<void>;
}

/** `/export/results.csv`, `/export/results.ndjson` and the same of papers: all rows of the views, streamed. */
export function registerExports(app: FastifyInstance, options: ExportOptions): void {
  let underWay = 0;
  app.register(async (scope) => {
    registerRequestSignal(scope, options.exportTimeout);
    registerConditionalGet(scope, options.conditions);
    for (const name of EXPORTS) {
      for (const format of EXPORT_FORMATS) {
        scope.route({
          method: 'GET',
          url: `/export/${name}.${format}`,
          exposeHeadRoute: false,
          handler: async (request, reply) => {
            refuseParameters(request);
            if (underWay >= options.maxExports) throw tooMany(reply, options.maxExports);
            underWay++;
            reply.raw.once('close', () => {
              underWay--;
            });
            await options.charge(request, reply);
            return sendRows(options.source, name, format, request, reply);
          },
        });
      }
    }
  });
}

/** A parameter that did nothing would pass for a selection. */
function refuseParameters({ query }: FastifyRequest): void {
  const [name] = Object.keys(query as object);
  if (name === undefined) return;
  throw new ClaimgraphError(
    'BAD_REQUEST',
    `An export has all rows and takes no parameters, so no "${name.slice(0, 60)}"; for a selection ask /graphql for resultRows.`,
  );
}

async function sendRows(
  source: Database,
  name: ExportName,
  format: ExportFormat,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const columns = await exportColumns(source, name);
  const signal = signalOf(request);
  const rows = await exportRows(source, name, signal);
  const text = pipeline(rows, exportFormatter(format, columns), (error) => {
    if (!error) return;
    if (request.socket.destroyed) request.log.debug('export ended early: its client has gone');
    else request.log.warn({ err: error }, 'export ended early');
  });
  markAnswer(request, false);
  return reply
    .type(MEDIA_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(text);
}

/** Seconds after which an export may be asked for again. */
const RETRY_AFTER = 30;

/** What exports there are, for an address that is none; null for addresses of anything else. */
export function exportHint(url: string): string | null {
  if (!url.startsWith('/export')) return null;
  const paths = EXPORTS.flatMap((name) => EXPORT_FORMATS.map((form) => `/export/${name}.${form}`));
  return `There is no such export; there are ${paths.join(', ')}.`;
}

function tooMany(reply: FastifyReply, most: number): ClaimgraphError {
  reply.header('retry-after', RETRY_AFTER);
  return new ClaimgraphError(
    'SERVICE_UNAVAILABLE',
    `${most} exports are under way, which is the most at once; try again in ${RETRY_AFTER} s.`,
    { detail: { retryAfter: RETRY_AFTER } },
  );
}
