/** What travels about roles: what each is for, what it may not do, and which doors it opens. */
import { z } from 'zod';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

export const RoleView = z
  .strictObject({
    role: z.string(),
    label: BothWords,
    kind: z
      .enum(['party', 'staff', 'other'])
      .meta({ description: 'A party to a matter, somebody who works on cases, or neither' }),
    may: BothWords,
    mayNot: BothWords.nullable().meta({
      description: 'null where nothing is barred beyond what procedures say',
    }),
    permissions: z.array(z.string()).meta({ description: 'As `/api/v1/permissions` names them' }),
    basis: z.array(z.string()),
  })
  .meta({ id: 'Role' });
export type RoleView = z.infer<typeof RoleView>;

export const RoleList = z.strictObject({ items: z.array(RoleView) }).meta({ id: 'RoleList' });
