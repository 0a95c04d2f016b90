/** Picks a unit of the body, by its name or its code. */
import { api, unwrap } from '../api/client.ts';
import { usePickerWords } from '../words/pickers.ts';
import { RemoteSelect, type PickerProps } from './remote-select.tsx';

export function UnitPicker(field: PickerProps) {
  const t = usePickerWords();
  return (
    <RemoteSelect
      {...field}
      search={async (q) => {
        const { items } = await unwrap(
          api.GET('/api/v1/units/lookup', { params: { query: q === '' ? {} : { q } } }),
        );
        return items.map(({ id, name }) => ({ value: id, label: name, more: id }));
      }}
      searchKey={['unit']}
      fewest={0}
      placeholder={t('findUnit')}
      nothing={t('noUnit')}
    />
  );
}
