/**
 * Reads the environment, the only place that does. Everything wrong is told at once, by the name of the setting, and the
 * start is refused: a setting nobody understood is one nobody meant.
 */
import { isAbsolute, join, resolve } from 'node:path';
import { EVIDENCE_SETTINGS, evidenceMaxIn, s3In, type S3Access } from './storage/evidence-settings.ts';
import { hostUrls } from '../../db/postgresql.ts';
import { REQUESTS_PER_SECOND } from '../contract/limits.ts';

export const SERVER_ROLES = ['all', 'api', 'worker'] as const;
export type ServerRole = (typeof SERVER_ROLES)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface Settings {
  /** Absent: the embedded database. May name several hosts, tried in turn until one is writable. */
  readonly databaseUrl: string | null;
  /** A streaming replica for audit queries; absent: they go to the primary. */
  readonly replicaUrl: string | null;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** As callers see it, without a slash at the end; null: made of host and port. */
  readonly publicUrl: string | null;
  readonly isSandbox: boolean;
  readonly role: ServerRole;
  readonly profilesDir: string | null;
  /** Requests a second with one key; 0: as many as they like. */
  readonly rateLimit: number;
  /** Bytes of one file of evidence. */
  readonly evidenceMaxBytes: number;
  /** An object store for evidence; null: the folder `evidence` in the data folder. */
  readonly s3: S3Access | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** A file that holds the master key; null: `keys/master` in the data folder, made at the first start. */
  readonly masterKeyFile: string | null;
  /** A command that prints the master key, in place of a file; null: the file. */
  readonly masterKeyCommand: string | null;
  /** The provider of a single sign-on; null: people sign in here. */
  readonly oidc: OidcSettings | null;
}

export interface OidcSettings {
  /** As the provider names itself, without a slash at the end unless it has one. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretFile: string;
}

/** The environment is unusable; the message has one sentence for each fault. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** Ours by prefix; any other `LEEWAY_*` is a misspelling (settled 19). */
const OWN = [
  'LEEWAY_SANDBOX',
  'LEEWAY_ROLE',
  'LEEWAY_RATE_LIMIT',
  'LEEWAY_MASTER_KEY_FILE',
  'LEEWAY_MASTER_KEY_COMMAND',
  'LEEWAY_OIDC_ISSUER',
  'LEEWAY_OIDC_CLIENT_ID',
  'LEEWAY_OIDC_CLIENT_SECRET_FILE',
  ...EVIDENCE_SETTINGS,
];

type Environment = Readonly<Record<string, string | undefined>>;

/** Throws a SettingsError that names every setting that is unknown or malformed. */
export function readSettings(environment: Environment): Settings {
  const faults = Object.keys(environment)
    .filter((name) => name.startsWith('LEEWAY_') && !OWN.includes(name))
    .map((name) => `${name} is not a known setting; known are ${OWN.join(', ')}.`);
  const fault = (name: string, what: string): void => void faults.push(`${name} ${what}.`);
  const given = (name: string): string | null => {
    const value = environment[name]?.trim();
    return value === undefined || value === '' ? null : value;
  };
  const oneOf = <T extends string>(name: string, values: readonly T[], otherwise: T): T => {
    const value = given(name) ?? otherwise;
    if (!(values as readonly string[]).includes(value)) fault(name, `has to be one of ${values.join(', ')}`);
    return value as T;
  };
  const database = (name: string): string | null => {
    const value = given(name);
    if (value !== null && !isDatabaseUrl(value))
      fault(name, 'has to be like postgresql://user:password@host:5432/database; several hosts by comma');
    return value;
  };

  const port = given('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fault('PORT', 'has to be a number from 0 to 65535');
  const rateLimit = given('LEEWAY_RATE_LIMIT') ?? String(REQUESTS_PER_SECOND);
  if (!/^\d{1,7}$/.test(rateLimit))
    fault('LEEWAY_RATE_LIMIT', 'has to be a number of requests a second, or 0 for no limit');
  const publicUrl = given('PUBLIC_URL');
  if (publicUrl !== null && !isHttpUrl(publicUrl))
    fault('PUBLIC_URL', 'has to be an http or https address without a query, like https://leeway.example');
  const host = given('HOST') ?? '127.0.0.1';
  if (!/^[A-Za-z0-9.:_-]+$/.test(host)) fault('HOST', 'has to be a host name or an address');
  const path = (name: string) => {
    const value = given(name);
    if (value?.includes('\0')) fault(name, 'has to be a path');
    return value === null || isAbsolute(value) ? value : resolve(value);
  };

  const settings: Settings = {
    databaseUrl: database('DATABASE_URL'),
    replicaUrl: database('DATABASE_REPLICA_URL'),
    dataDir: path('DATA_DIR') ?? resolve('data'),
    host,
    port: Number(port),
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    isSandbox: ['1', 'true'].includes(oneOf('LEEWAY_SANDBOX', ['0', '1', 'false', 'true'], '0')),
    role: oneOf('LEEWAY_ROLE', SERVER_ROLES, 'all'),
    profilesDir: path('PROFILES_DIR'),
    rateLimit: Number(rateLimit),
    logLevel: oneOf('LOG_LEVEL', LOG_LEVELS, 'info'),
    masterKeyFile: path('LEEWAY_MASTER_KEY_FILE'),
    masterKeyCommand: path('LEEWAY_MASTER_KEY_COMMAND'),
    oidc: oidcIn(given, fault, path),
    evidenceMaxBytes: evidenceMaxIn(given, fault),
    s3: s3In(given, fault, path),
  };
  if (settings.replicaUrl !== null && settings.databaseUrl === null)
    fault('DATABASE_REPLICA_URL', 'is a replica of nothing: DATABASE_URL is not set');
  if (settings.masterKeyFile !== null && settings.masterKeyCommand !== null)
    fault(
      'LEEWAY_MASTER_KEY_COMMAND',
      'is a second source of the master key beside LEEWAY_MASTER_KEY_FILE; name one',
    );
  if (faults.length > 0) throw new SettingsError(faults.join('\n'));
  return settings;
}

/** The three settings of a single sign-on: all of them or none. */
function oidcIn(
  given: (name: string) => string | null,
  fault: (name: string, what: string) => void,
  path: (name: string) => string | null,
): OidcSettings | null {
  const issuer = given('LEEWAY_OIDC_ISSUER');
  const clientId = given('LEEWAY_OIDC_CLIENT_ID');
  const clientSecretFile = path('LEEWAY_OIDC_CLIENT_SECRET_FILE');
  const named = {
    LEEWAY_OIDC_ISSUER: issuer,
    LEEWAY_OIDC_CLIENT_ID: clientId,
    LEEWAY_OIDC_CLIENT_SECRET_FILE: clientSecretFile,
  };
  if (Object.values(named).every((value) => value === null)) return null;
  for (const [name, value] of Object.entries(named))
    if (value === null) fault(name, 'is missing: a single sign-on takes all three LEEWAY_OIDC_ settings');
  if (issuer !== null && !(isHttpUrl(issuer) && (issuer.startsWith('https://') || isLoopback(issuer))))
    fault('LEEWAY_OIDC_ISSUER', 'has to be an https address without a query, or one of this machine');
  if (given('PUBLIC_URL') === null)
    fault('PUBLIC_URL', 'is needed for a single sign-on: the provider sends people back there');
  return issuer === null || clientId === null || clientSecretFile === null
    ? null
    : { issuer, clientId, clientSecretFile };
}

/** Whether an address is one of this machine. */
export const isLoopback = (address: string): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);

export const masterKeyFileOf = ({ masterKeyFile, dataDir }: Settings): string =>
  masterKeyFile ?? join(dataDir, 'keys', 'master');

/** Several hosts make no URL, so the list is looked at apart. */
function isDatabaseUrl(value: string): boolean {
  const parts = /^postgres(?:ql)?:\/\/(?:[^@/\s]*@)?([^/?\s]*)(?:\/[^\s]*)?(?:\?\S*)?$/.exec(value);
  if (!parts) return false;
  return (
    (parts[1] ?? '')
      .split(',')
      .every((host) => /^(?:[A-Za-z0-9._-]*|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host)) &&
    hostUrls(value).every(canBeRead)
  );
}

/** A `#` in a password, a percent sign that encodes nothing, a port beyond all ports: all of it would fail much later. */
function canBeRead(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, pathname, search, hash } = new URL(url);
  try {
    for (const part of [username, password, pathname, search]) decodeURIComponent(part);
    return hash === '';
  } catch {
    return false;
  }
}

function isHttpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search, hash, username } = new URL(value);
  return ['http:', 'https:'].includes(protocol) && search === '' && hash === '' && username === '';
}
