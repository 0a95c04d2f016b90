/** Where the console begins: the words, the theme, the data, the pages. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { NONCE, signStyles } from './app/style-nonce.ts';
import { letTabLeaveLists } from './keys/tab-leaves-lists.ts';
import { localeNow, setLocale } from './words/locale.ts';
import './app/console.css';

const place = document.getElementById('console');
if (!place) throw new Error('The page has no place for the console.');
if (NONCE !== undefined) signStyles(NONCE);
setLocale(localeNow());
letTabLeaveLists();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
