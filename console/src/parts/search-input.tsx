/** A field that is searched by Enter or by its button, which has a name in the reader's language. */
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { Button, Input } from 'antd';
import type { ComponentProps } from 'react';
import { useCommonWords } from '../words/common.ts';

export function SearchInput(props: ComponentProps<typeof Input.Search>) {
  const t = useCommonWords();
  return (
    <Input.Search
      {...props}
      enterButton={<Button icon={<SearchOutlined aria-hidden />} aria-label={t('seek')} />}
    />
  );
}
