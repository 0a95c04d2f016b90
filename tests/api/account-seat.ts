/** Accounts for the test of completeness: one with a session that is open, and one without a password. */
import { browserAt } from '../browser.ts';
import type { Caller } from '../caller.ts';
import type { Api } from '../harness.ts';

export interface AccountSeat {
  readonly account: string;
  readonly session: string;
  /** The account of a single sign-on. */
  readonly linked: string;
}

export async function seatOf(api: Api, administrator: Caller): Promise<AccountSeat> {
  const accountOf = async (person: string): Promise<string> =>
    (await administrator.get(`/api/v1/accounts?person=${person}`)).body.items[0].id as string;
  const more = { name: 'x', roles: ['handler'] } as const;
  const { password } = await api.operations.createAccount({ ...more, person: 'p-sits', login: 'sits' });
  await api.operations.createAccount({ ...more, person: 'p-linked', subject: 'sub-linked' });
  await browserAt(api).signIn('sits', password!);
  const account = await accountOf('p-sits');
  const { body } = await administrator.get(`/api/v1/accounts/${account}/sessions`);
  return { account, session: body.items[0].id as string, linked: await accountOf('p-linked') };
}
