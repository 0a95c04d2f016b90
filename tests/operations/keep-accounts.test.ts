/** `leeway users`, `clients` and `keys revoke`: accounts made, reset and ended, the first administrator, and what is refused. */
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { clientsCreateCommand, clientsRevokeCommand } from '../../src/cli/clients.ts';
import { keysRevokeCommand } from '../../src/cli/keys-revoke.ts';
import { UsageError, type Command, type Given, type Program } from '../../src/cli/program.ts';
import { usersCreateCommand, usersEndCommand, usersResetCommand } from '../../src/cli/users.ts';
import { browserAt, enrolled, entriesOf, GOOD_PASSWORD, signedIn } from '../browser.ts';
import { countRows, describeApi, type Api } from '../harness.ts';

const ME = '/api/v1/me';

describeApi('the operator', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
    await api.knex('units').insert({ tenant_id: 'default', id: 'room-1', name: 'Room 1', is_body: false });
  });

  async function run(command: Command, options: Given['options']) {
    const [out, said]: [string[], string[]] = [[], []];
    const program = {
      out: (line: string) => void out.push(line),
      say: (line: string) => void said.push(line),
      withOpened: (use: (opened: Api) => unknown) => use(api),
    } as unknown as Program;
    const status = await command.run({ options, words: [] }, program);
    return { status, out, said };
  }

  it('makes the first administrator, who then makes what else there is', async () => {
    const { status, out } = await run(usersCreateCommand, {
      name: 'Root',
      login: 'root.one',
      person: 'p-root',
      admin: true,
    });
    expect([status, out.length]).toEqual([0, 1]);
    expect(out[0]).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/);
    const browser = browserAt(api);
    await browser.signIn('root.one', out[0]!);
    await browser.changePassword(out[0]!, GOOD_PASSWORD);
    expect((await browser.get('/api/v1/units')).body.code).toBe('second-factor-needed');
    await enrolled(browser);
    expect((await browser.get('/api/v1/units')).status).toBe(200);
    const made = await browser.send('put', '/api/v1/units/room-2', {
      name: 'Room 2',
      parentId: 'room-1',
      isBody: false,
    });
    expect(made.status).toBe(201);
    // And knows of no case.
    await (
      await api.as('p-desk', ['reception_officer'])
    ).opens('complaint', { channel: 'letter', subject: 'p-1', content: 'x' });
    expect((await browser.get('/api/v1/cases')).body.items).toEqual([]);
  });

  it('makes an account with posts, and it is on record without the names', async () => {
    const { out, said } = await run(usersCreateCommand, {
      name: 'Zhou Ming',
      login: 'Zhou.Ming',
      roles: 'handler, reviewer',
      unit: 'room-1',
    });
    const person = said[0]!.replace('person: ', '');
    expect((await browserAt(api).signIn('zhou.ming', out[0]!)).body).toMatchObject({
      person,
      roles: ['handler', 'reviewer'],
      unit: 'room-1',
      owes: 'password',
    });
    const entries = await entriesOf(api, 'account.created', 'grant.made');
    expect(entries.slice(-3)).toMatchObject([
      { type: 'account.created', actor: api.runtime.systemPseudonym, data: { ways: ['password'] } },
      { type: 'grant.made', data: { role: 'handler', unit: 'room-1' } },
      { type: 'grant.made', data: { role: 'reviewer', unit: 'room-1' } },
    ]);
    for (const word of ['Zhou', 'zhou.ming', person, out[0]!])
      expect(JSON.stringify(entries)).not.toContain(word);
  });

  it.each<[string, Given['options']]>([
    ['account_is_new', { name: 'x', login: 'another', person: 'p-taken' }],
    ['login_is_free', { name: 'x', login: 'P-TAKEN.login', person: 'p-other' }],
    ['unit_is_known', { name: 'x', login: 'nowhere', roles: 'handler', unit: 'no-such-unit' }],
    ['subject_unit_has_a_unit', { name: 'x', login: 'unitless', roles: 'subject_unit' }],
    ['administrators_hold_no_case_role', { name: 'x', login: 'mixed', roles: 'administrator,handler' }],
    ['person_has_not_left', { name: 'x', login: 'again', person: 'p-has-left' }],
    ['person_is_known', { name: 'x', login: 'engine', person: 'system' }],
  ])('is refused by %s, which leaves nothing but an entry', async (rule, options) => {
    if (!(await api.knex('people').where({ id: 'p-taken' }).first())) {
      await signedIn(api, 'p-taken');
      await api.operations.createAccount({ name: 'x', login: 'has.left', person: 'p-has-left', roles: [] });
      await api.operations.endUser('p-has-left');
    }
    const before = await countRows(api.knex);
    await expect(run(usersCreateCommand, options)).rejects.toMatchObject({ extensions: { guard: rule } });
    const { accounts, grants, people } = await countRows(api.knex);
    expect({ accounts, grants, people }).toEqual({
      accounts: before.accounts,
      grants: before.grants,
      people: before.people,
    });
    expect((await entriesOf(api, 'account.refused')).at(-1)?.data).toMatchObject({ rule });
  });

  it.each<[Command, Given['options'], RegExp]>([
    [usersCreateCommand, {}, /--name is missing/],
    [usersCreateCommand, { name: 'x' }, /--login is missing/],
    [usersCreateCommand, { name: 'x', login: 'a b' }, /--login has to be/],
    [usersCreateCommand, { name: 'x', login: 'x' }, /--login has to be/],
    [usersCreateCommand, { name: 'x', login: 'good', roles: 'emperor' }, /'emperor'/],
    [usersCreateCommand, { name: 'x', login: 'good', roles: 'system' }, /'system'/],
    [
      usersCreateCommand,
      { name: 'x', login: 'good', admin: true, roles: 'handler' },
      /--admin stands without --roles/,
    ],
    [usersCreateCommand, { name: 'x', login: 'good', person: 'a person' }, /--person has to be/],
    [usersEndCommand, {}, /--person is missing/],
    [usersResetCommand, {}, /--person is missing/],
    [keysRevokeCommand, {}, /one of --id and --person/],
    [keysRevokeCommand, { id: 'x', person: 'y' }, /one of --id and --person/],
    [keysRevokeCommand, { id: 'lw_secret' }, /not its secret/],
    [clientsCreateCommand, { name: 'x' }, /--roles is missing/],
    [clientsRevokeCommand, { id: 'x' }, /--id has to be/],
  ])('is told what is wrong with %o %o', async (command, options, message) => {
    const wrong = run(command, options);
    await expect(wrong).rejects.toBeInstanceOf(UsageError);
    await expect(wrong).rejects.toThrow(message);
  });

  it('lets somebody go, once: account, session and keys end', async () => {
    const { browser, login } = await signedIn(api, 'p-ends');
    const key = await api.as('p-ends', ['handler']);
    expect((await run(usersEndCommand, { person: 'p-ends' })).status).toBe(0);
    await pause(900);
    expect([(await browser.get(ME)).status, (await key.get(ME)).status]).toEqual([401, 401]);
    expect((await browserAt(api).signIn(login, GOOD_PASSWORD)).status).toBe(401);
    expect((await entriesOf(api, 'person.left')).at(-1)?.data).toMatchObject({
      accounts: 1,
      sessions: 1,
      keys: 1,
      grants: 1,
    });
    const again = await run(usersEndCommand, { person: 'p-ends' });
    expect([again.status, again.out]).toEqual([1, ['p-ends had left before.']]);
    await expect(run(usersEndCommand, { person: 'p-nobody' })).rejects.toMatchObject({
      problem: 'not-found',
    });
    await expect(run(usersEndCommand, { person: 'system' })).rejects.toMatchObject({ problem: 'not-found' });
  });

  it('resets an account that has a password, and no other', async () => {
    const { browser, login } = await signedIn(api, 'p-resets');
    const { out } = await run(usersResetCommand, { person: 'p-resets' });
    await pause(900);
    expect((await browser.get(ME)).status).toBe(401);
    expect((await browserAt(api).signIn(login, out[0]!)).body.owes).toBe('password');
    await expect(run(usersResetCommand, { person: 'p-nobody' })).rejects.toMatchObject({
      problem: 'not-found',
    });
  });

  it('revokes one key, or all of a person', async () => {
    const [one, two, three] = [
      await api.as('p-keys', ['handler']),
      await api.as('p-keys', ['handler']),
      await api.as('p-keys', ['handler']),
    ];
    const { id } = await api.knex('api_keys').where({ person_id: 'p-keys' }).orderBy('id').first('id');
    expect((await run(keysRevokeCommand, { id })).out).toEqual(['1 key was revoked.']);
    expect((await one.get(ME)).status).toBe(401);
    expect((await two.get(ME)).status).toBe(200);
    expect((await run(keysRevokeCommand, { person: 'p-keys' })).out).toEqual(['2 keys were revoked.']);
    await pause(900);
    expect([(await two.get(ME)).status, (await three.get(ME)).status]).toEqual([401, 401]);
    expect((await run(keysRevokeCommand, { person: 'p-keys' })).status).toBe(1);
    expect((await entriesOf(api, 'key.revoked')).length).toBe(3);
  });

  it('makes a client and revokes it', async () => {
    const { out } = await run(clientsCreateCommand, { name: 'Personnel', roles: 'api_client' });
    expect(out).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^lo_[\w-]{43}$/)]);
    const issued = await api.operations.issueToken({ clientId: out[0]!, clientSecret: out[1]! });
    expect(issued).toMatchObject({ roles: ['api_client'] });
    expect((await run(clientsRevokeCommand, { id: out[0]! })).status).toBe(0);
    expect(await api.operations.issueToken({ clientId: out[0]!, clientSecret: out[1]! })).toEqual({
      error: 'invalid_client',
    });
    expect((await run(clientsRevokeCommand, { id: out[0]! })).status).toBe(1);
  });
});
