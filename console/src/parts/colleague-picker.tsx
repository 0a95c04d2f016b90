/** Picks a colleague: somebody of the bodies one reaches, by name, and by role where the field asks for one. */
import { api, unwrap } from '../api/client.ts';
import type { operations } from '../api/schema.d.ts';
import { useCodes } from '../words/codes.ts';
import { usePickerWords } from '../words/pickers.ts';
import { RemoteSelect, type PickerProps } from './remote-select.tsx';

type Role = NonNullable<NonNullable<operations['lookUpPeople']['parameters']['query']>['role']>;

export function ColleaguePicker({
  role,
  known,
  ...field
}: PickerProps & { readonly role?: string; readonly known?: Readonly<Record<string, string>> }) {
  const t = usePickerWords();
  const { code } = useCodes();
  return (
    <RemoteSelect
      {...field}
      {...(known && { known })}
      search={async (q) => {
        const { items } = await unwrap(
          api.GET('/api/v1/people/lookup', {
            params: {
              query: {
                kind: 'colleague',
                ...(q !== '' && { q }),
                ...(role !== undefined && { role: role as Role }),
              },
            },
          }),
        );
        return items.map(({ id, name, unit, roles }) => ({
          value: id,
          label: name ?? id,
          more: [unit, ...roles.map((each) => code('role', each))].filter(Boolean).join(' · '),
        }));
      }}
      searchKey={['colleague', role ?? '']}
      fewest={0}
      placeholder={t('findColleague')}
      nothing={t('noneFound')}
    />
  );
}
