/** The console as a whole: theme and language for antd, the store of what was read, the addresses. */
import LoadingOutlined from '@ant-design/icons/LoadingOutlined';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, RouterProvider } from 'react-router';
import { ProblemError } from '../api/problem.ts';
import { Frame } from '../frame/frame.tsx';
import { NotFoundPage } from '../frame/not-found-page.tsx';
import { PageFault } from '../frame/page-fault.tsx';
import { Loading } from '../parts/states.tsx';
import { useLocale } from '../words/area.ts';
import { ROUTES } from './routes.tsx';
import { NONCE } from './style-nonce.ts';
import { THEME } from './theme.ts';

/** What was refused is refused again; only silence is worth a second try. */
const mayHelp = (count: number, error: unknown): boolean =>
  count < 2 &&
  (!(error instanceof ProblemError) || error.problem.status === 0 || error.problem.status >= 500);

const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: mayHelp, staleTime: 5_000, refetchOnWindowFocus: true },
    // A write is repeated by whoever asked for it, with the same idempotency key. Without a line it fails at once: nothing
    // is kept to be sent by itself later, when the case may be another.
    mutations: { retry: false, networkMode: 'always' },
  },
});

/** The sign of a button at work has no name and no way out of its own: a fast answer left it in the button's name for good. */
const BUTTON = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> };

const router = createBrowserRouter([
  {
    element: <Frame />,
    errorElement: <PageFault />,
    children: [
      { path: '/', element: <Navigate to="/queue" replace /> },
      ...ROUTES.map(({ path, load }) => {
        const Page = lazy(load);
        return {
          path,
          element: (
            <Suspense fallback={<Loading />}>
              <Page />
            </Suspense>
          ),
          errorElement: <PageFault />,
        };
      }),
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);

export function App() {
  const locale = useLocale();
  return (
    <ConfigProvider
      theme={THEME}
      locale={locale === 'zh' ? zhCN : enUS}
      button={BUTTON}
      {...(NONCE !== undefined && { csp: { nonce: NONCE } })}
    >
      <AntdApp component={false}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
