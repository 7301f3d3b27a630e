import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { ClaimgraphError } from './domain/index.js';

/** Everything that can be set, as the program uses it. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: the embedded Postgres in `dataFolder`. */
  readonly databaseUrl: string | null;
  readonly databaseReplicaUrls: readonly string[];
  /** Absolute. */
  readonly dataFolder: string;
  /** Null: no mutation is allowed. */
  readonly apiKey: string | null;
  readonly corsOrigin: string;
  readonly trustProxy: boolean;
  readonly workers: number;
  readonly maxConnections: number;
  readonly maxBodyBytes: number;
  readonly maxTokens: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxRootFields: number;
  readonly maxList: number;
  readonly maxInputDepth: number;
  readonly maxCost: number;
  readonly maxPage: number;
  readonly maxPersistedBytes: number;
  /** Milliseconds. */
  readonly requestTimeout: number;
  /** Milliseconds. */
  readonly receiveTimeout: number;
  /** Seconds. */
  readonly cacheMaxAge: number;
  readonly maxExports: number;
  /** Milliseconds. */
  readonly exportTimeout: number;
  /** Cost points that one client may use in a minute; 0: no limit. */
  readonly rateLimit: number;
}

export type SettingName = keyof Config;

interface Setting<T> {
  readonly variable: string;
  readonly fallback: string;
  readonly description: string;
  readonly secret: boolean;
  /** Throws a plain Error whose message says what is expected. */
  parse(text: string): T;
}

const text = (value: string): string => value;
const textOrNull = (value: string): string | null => (value === '' ? null : value);

function whole(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (value.trim() === '' || !Number.isInteger(number) || number < least || number > most) {
      throw new Error(`a whole number from ${least} to ${most}`);
    }
    return number;
  };
}

function onOff(value: string): boolean {
  if (/^(on|true|yes|1)$/i.test(value)) return true;
  if (/^(off|false|no|0|)$/i.test(value)) return false;
  throw new Error('on or off');
}

function postgresUrl(value: string): string {
  if (!/^postgres(ql)?:\/\/./.test(value) || !URL.canParse(value)) {
    throw new Error('an address such as postgres://user:password@host:5432/database');
  }
  return value;
}

function setting<T>(
  variable: string,
  fallback: string,
  description: string,
  parse: (text: string) => T,
  secret = false,
): Setting<T> {
  return { variable, fallback, description, parse, secret };
}

/** The one table of settings: what `claimgraph config` prints, in this order. */
export const SETTINGS: { readonly [Name in SettingName]: Setting<Config[Name]> } = {
  port: setting('PORT', '4000', 'port of the API; 0 takes a free one', whole(0, 65_535)),
  host: setting('HOST', '127.0.0.1', 'address that the API listens on', text),
  databaseUrl: setting(
    'DATABASE_URL',
    '',
    'Postgres to use; none: an embedded one in the data folder',
    (value) => (value === '' ? null : postgresUrl(value)),
    true,
  ),
  databaseReplicaUrls: setting(
    'DATABASE_REPLICA_URLS',
    '',
    'read replicas of DATABASE_URL, separated by commas',
    (value) => (value === '' ? [] : value.split(',').map((url) => postgresUrl(url.trim()))),
    true,
  ),
  dataFolder: setting('CLAIMGRAPH_DATA', '.claimgraph', 'folder of the embedded Postgres', (path) =>
    resolve(path),
  ),
  apiKey: setting(
    'API_KEY',
    '',
    'key that mutations ask for; none: no mutations',
    textOrNull,
    true,
  ),
  corsOrigin: setting('CORS_ORIGIN', '*', 'sites whose pages may ask the API', text),
  trustProxy: setting('TRUST_PROXY', 'off', 'take the client address from X-Forwarded-For', onOff),
  workers: setting(
    'WORKERS',
    String(availableParallelism()),
    'threads that extract, one per core',
    whole(1, 256),
  ),
  maxConnections: setting('MAX_CONNECTIONS', '10', 'connections to Postgres', whole(2, 1000)),
  maxBodyBytes: setting('MAX_BODY_BYTES', '1048576', 'largest request', whole(1024, 1 << 30)),
  maxTokens: setting('MAX_TOKENS', '2000', 'longest query, in tokens', whole(100, 100_000)),
  maxDepth: setting('MAX_DEPTH', '12', 'deepest query', whole(1, 100)),
  maxAliases: setting('MAX_ALIASES', '30', 'most aliases in one query', whole(0, 10_000)),
  maxDirectives: setting('MAX_DIRECTIVES', '30', 'most directives in one query', whole(0, 10_000)),
  maxRootFields: setting('MAX_ROOT_FIELDS', '20', 'most fields at the top', whole(1, 10_000)),
  maxList: setting(
    'MAX_LIST',
    '100',
    'longest list in a query or its variables',
    whole(1, 100_000),
  ),
  maxInputDepth: setting('MAX_INPUT_DEPTH', '32', 'deepest nesting of variables', whole(1, 1000)),
  maxCost: setting('MAX_COST', '10000', 'most cost points of one query', whole(1, 1_000_000_000)),
  maxPage: setting('MAX_PAGE', '100', 'largest `first` or `last`', whole(1, 10_000)),
  maxPersistedBytes: setting(
    'MAX_PERSISTED_BYTES',
    '10485760',
    'memory for persisted queries; the least used leave first',
    whole(0, 1 << 30),
  ),
  requestTimeout: setting(
    'REQUEST_TIMEOUT',
    '15000',
    'milliseconds a query may take',
    whole(1, 3_600_000),
  ),
  receiveTimeout: setting(
    'RECEIVE_TIMEOUT',
    '10000',
    'milliseconds in which a request has to arrive',
    whole(100, 3_600_000),
  ),
  cacheMaxAge: setting(
    'CACHE_MAX_AGE',
    '0',
    'seconds for which caches may answer a GET without asking again',
    whole(0, 31_536_000),
  ),
  maxExports: setting('MAX_EXPORTS', '2', 'exports under way at once', whole(0, 100)),
  exportTimeout: setting(
    'EXPORT_TIMEOUT',
    '600000',
    'milliseconds an export may take',
    whole(1000, 86_400_000),
  ),
  rateLimit: setting(
    'RATE_LIMIT',
    '0',
    'cost points a client may use in a minute; 0: no limit',
    whole(0, 1_000_000_000),
  ),
};

export const SETTING_NAMES = Object.keys(SETTINGS) as SettingName[];

/** Where a value comes from, the strongest first. */
export type SettingOrigin = 'flag' | 'environment' | 'default';
export type SettingTexts = { readonly [Name in SettingName]?: string | undefined };

export interface LoadedConfig {
  readonly config: Config;
  readonly origins: Readonly<Record<SettingName, SettingOrigin>>;
}

/**
 * Flags, then the environment, then defaults; an empty variable counts as not set.
 * @throws ClaimgraphError BAD_USER_INPUT naming the flag or the variable that cannot be read.
 */
export function loadConfig(
  flags: SettingTexts = {},
  environment: Readonly<Record<string, string | undefined>> = process.env,
): LoadedConfig {
  const config: Partial<Record<SettingName, unknown>> = {};
  const origins: Partial<Record<SettingName, SettingOrigin>> = {};
  for (const name of SETTING_NAMES) {
    const { variable, fallback } = SETTINGS[name];
    const flag = flags[name];
    const origin = flag !== undefined ? 'flag' : environment[variable] ? 'environment' : 'default';
    origins[name] = origin;
    config[name] = parse(name, origin, flag ?? (environment[variable] || fallback));
  }
  return { config: config as unknown as Config, origins: origins as LoadedConfig['origins'] };
}

function parse(name: SettingName, origin: SettingOrigin, value: string): unknown {
  const { variable, secret, parse } = SETTINGS[name];
  try {
    return parse(value);
  } catch (error) {
    const shown = secret ? '' : ` ${JSON.stringify(value)}`;
    const where = origin === 'flag' ? `The flag for ${variable}` : variable;
    throw new ClaimgraphError(
      'BAD_USER_INPUT',
      `${where} is${shown || ' not valid'}: it must be ${(error as Error).message}.`,
      { detail: { usage: true } },
    );
  }
}

/** A value as it may be shown: passwords in addresses and other secrets masked. */
export function shownSetting(name: SettingName, config: Config): string {
  const value = config[name];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (!SETTINGS[name].secret) return String(value);
  if (name === 'apiKey') return '********';
  return [value]
    .flat()
    .map((url) => maskPassword(String(url)))
    .join(',');
}

function maskPassword(address: string): string {
  const url = new URL(address);
  if (url.password !== '') url.password = '********';
  if (url.searchParams.has('password')) url.searchParams.set('password', '********');
  return url.href;
}
