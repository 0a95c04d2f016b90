/** A value once it has been left alone for a while: what is typed is not asked about letter by letter. */
import { useEffect, useState } from 'react';

export function useQuiet<T>(value: T, ms: number): T {
  const [quiet, setQuiet] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setQuiet(value);
    }, ms);
    return () => {
      clearTimeout(timer);
    };
  }, [value, ms]);
  return quiet;
}
