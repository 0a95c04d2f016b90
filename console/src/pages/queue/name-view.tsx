/** Gives what is on the screen a name, and says whether the unit sees it too. */
import { useMutation } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal } from 'antd';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { Failed } from '../../parts/states.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useQueueWords } from '../../words/queue.ts';
import type { CaseQuery } from './list-address.ts';

interface NameViewProps {
  readonly list: components['schemas']['SavedView']['list'];
  readonly kept: CaseQuery;
  readonly canShare: boolean;
  readonly onDone: (id: string | null) => void;
}

export default function NameView({ list, kept, canShare, onDone }: NameViewProps) {
  const t = useQueueWords();
  const common = useCommonWords();
  const make = useMutation({
    mutationFn: ({ name, isShared = false }: { name: string; isShared?: boolean }) =>
      unwrap(api.POST('/api/v1/views', { body: { name, list, isShared, query: { ...kept } } })),
    onSuccess: ({ id }) => {
      onDone(id);
    },
  });
  return (
    <Modal
      open
      title={t('saveView')}
      okText={common('save')}
      cancelText={common('cancel')}
      okButtonProps={{ htmlType: 'submit', form: 'name-view' }}
      confirmLoading={make.isPending}
      onCancel={() => {
        onDone(null);
      }}
    >
      <Form<{ name: string; isShared?: boolean }>
        id="name-view"
        layout="vertical"
        scrollToFirstError={{ focus: true }}
        onFinish={(view) => {
          make.mutate(view);
        }}
      >
        <Form.Item
          name="name"
          label={t('viewName')}
          extra={t('viewNameHelp')}
          rules={[{ required: true, whitespace: true, message: `${t('viewName')}: ${common('required')}` }]}
        >
          <Input maxLength={60} autoFocus autoComplete="off" />
        </Form.Item>
        {canShare && (
          <Form.Item name="isShared" valuePropName="checked">
            <Checkbox>{t('share')}</Checkbox>
          </Form.Item>
        )}
      </Form>
      {make.error !== null && <Failed error={make.error} />}
    </Modal>
  );
}
